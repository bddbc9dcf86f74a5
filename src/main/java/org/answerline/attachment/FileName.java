package org.answerline.attachment;

import org.answerline.platform.text.InputText;

/** Makes the names of files that others have chosen safe to show, to send and to save under. */
final class FileName {

    private static final int LONGEST = 120;
    private static final int LONGEST_ENDING = 12;

    private FileName() {}

    /** One line without a path, and without characters that operating systems refuse or that change the text direction; may be empty. */
    static String clean(String given) {
        String line = InputText.cleanLine(given);
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cf}\\p{Zl}\\p{Zp}\"<>:|?*]", "").replaceAll("^[\\s.]+|[\\s.]+$", "");
        return InputText.isBlank(plain) ? "" : shortened(plain);
    }

    /** Shortened before its extension, by which people and systems know its type. */
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int room = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, room)) + ending;
    }
}
