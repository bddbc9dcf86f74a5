package org.answerline.conversation.reply;

import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/** The text of an operator that begins with two slashes, or a caption that begins with /note: a note for the other operators, with or without the number of a question. */
public final class NoteText {

    /** A caption is no command to Telegram, and neither is "/note:"; both are meant as notes. */
    private static final Pattern MARK =
            Pattern.compile("//|/note(?:@\\w++)?+(?![\\w/])[:,.;–—-]?", Pattern.CASE_INSENSITIVE);

    private NoteText() {}

    /**
     * The note in a text.
     *
     * @return the text without the mark, with the number of a question before it if there is one; empty if the text is no note
     */
    public static Optional<String> in(String text) {
        String typed = InputText.strip(text);
        if (isMarked(typed)) {
            return Optional.of(unmarked(typed));
        }
        return NumberedText.in(typed)
                .filter(numbered -> isMarked(numbered.text()))
                .map(numbered -> InputText.strip("#" + numbered.number() + " " + unmarked(numbered.text())));
    }

    private static boolean isMarked(String text) {
        return MARK.matcher(text).lookingAt();
    }

    private static String unmarked(String text) {
        return InputText.strip(MARK.matcher(text).replaceFirst(""));
    }
}
