package org.answerline.telegram.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a long text after a paragraph, otherwise a line, a sentence or a word. The pieces contain the whole text. */
public final class TextSplitter {

    private static final List<String> SEAMS = List.of("\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " ");

    /** The longest grapheme cluster in UTF-16 units: a character with joiners, selectors, marks and skin tones. */
    private static final int LONGEST_CLUSTER = 32;

    private TextSplitter() {}

    /**
     * Splits a text; the concatenated pieces are the text.
     *
     * @param first the largest length of the first piece in UTF-16 units
     * @param others the largest length of each further piece in UTF-16 units
     */
    public static List<String> of(String text, int first, int others) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int room = first;
        while (text.length() - from > room) {
            int cut = from + cut(text.substring(from, from + room + 1), room);
            pieces.add(text.substring(from, cut));
            from = cut;
            room = others;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** Returns the position of the split, at most {@code room}; a split in the first half would leave a piece nearly empty. */
    private static int cut(String text, int room) {
        for (String seam : SEAMS) {
            int at = text.lastIndexOf(seam, room - seam.length());
            if (at >= room / 2) {
                return at + seam.length();
            }
        }
        return betweenCharacters(text, room);
    }

    private static int betweenCharacters(String text, int room) {
        for (int at = room; at > Math.max(1, room - LONGEST_CLUSTER); at--) {
            if (!clings(text, at)) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(room)) ? room - 1 : room;
    }

    private static boolean clings(String text, int at) {
        if (Character.isLowSurrogate(text.charAt(at)) || text.charAt(at - 1) == '\u200D') {
            return true;
        }
        int next = text.codePointAt(at);
        int type = Character.getType(next);
        return next == 0x200D
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || (next >= 0x1F3FB && next <= 0x1F3FF);
    }
}
