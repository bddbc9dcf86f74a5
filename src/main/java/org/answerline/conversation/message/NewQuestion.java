package org.answerline.conversation.message;

import java.util.ArrayList;
import java.util.List;
import org.answerline.platform.text.InputText;

/**
 * What a user asks in the form or the widget, already cleaned.
 *
 * @param subject at most {@link #SUBJECT_MAX} characters on one line; null when none was given
 * @param text at least one visible and at most {@link #TEXT_MAX} characters
 * @param files the ids of the files that go with it, in their order
 */
public record NewQuestion(String subject, String text, List<String> files) {

    /** The longest subject, in characters (Unicode code points). */
    public static final int SUBJECT_MAX = 200;

    /** The longest text, in characters (Unicode code points). */
    public static final int TEXT_MAX = 4_000;

    /** Something a field has to be fixed for: the key of a text, and what to fill into it. */
    public record Problem(String field, String textKey, Object... arguments) {}

    /** The question behind what was typed. */
    public static NewQuestion typed(String subject, String text) {
        String line = InputText.cleanLine(subject);
        return new NewQuestion(
                InputText.isBlank(line) ? null : line, InputText.clean(text).strip(), List.of());
    }

    /** The same words with these files. */
    public NewQuestion with(List<String> attachmentIds) {
        return new NewQuestion(subject, text, List.copyOf(attachmentIds));
    }

    /** What keeps it from being asked; empty when nothing does. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (subject != null && InputText.length(subject) > SUBJECT_MAX) {
            problems.add(new Problem("subject", "error.subject.long", SUBJECT_MAX, InputText.length(subject)));
        }
        if (InputText.isBlank(text)) {
            problems.add(new Problem("message", "error.message.blank"));
        } else if (InputText.length(text) > TEXT_MAX) {
            problems.add(new Problem("message", "error.message.long", TEXT_MAX, InputText.length(text)));
        }
        return problems;
    }
}
