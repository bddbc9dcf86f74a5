package org.answerline.conversation.reply;

import java.util.Optional;
import org.answerline.platform.text.InputText;

/** The text of an operator that begins with two slashes: a note for the other operators, with or without the number of a question. */
public final class NoteText {

    private static final String MARK = "//";

    private NoteText() {}

    /**
     * The note in a text.
     *
     * @return the text without the slashes, with the number of a question before it if there is one; empty if the text is no note
     */
    public static Optional<String> in(String text) {
        String typed = InputText.strip(text);
        if (typed.startsWith(MARK)) {
            return Optional.of(unmarked(typed));
        }
        return NumberedText.in(typed)
                .filter(numbered -> numbered.text().startsWith(MARK))
                .map(numbered -> InputText.strip("#" + numbered.number() + " " + unmarked(numbered.text())));
    }

    private static String unmarked(String text) {
        return InputText.strip(text.substring(MARK.length()));
    }
}
