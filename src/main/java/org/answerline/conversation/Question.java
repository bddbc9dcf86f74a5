package org.answerline.conversation;

import java.util.ArrayList;
import java.util.List;
import org.answerline.platform.TypedText;

/**
 * What a user asks in the form or the widget, already cleaned.
 *
 * @param subject at most {@link #SUBJECT_MAX} characters on one line; null when none was given
 * @param text at least one visible and at most {@link #TEXT_MAX} characters
 * @param files the ids of the files that go with it, in their order
 */
public record Question(String subject, String text, List<String> files) {

    /** The longest subject, in characters (Unicode code points). */
    public static final int SUBJECT_MAX = 200;

    /** The longest text, in characters (Unicode code points). */
    public static final int TEXT_MAX = 4_000;

    /** Something a field has to be mended for: the key of a text, and what to fill into it. */
    public record Problem(String field, String textKey, Object... arguments) {}

    /** The question behind what was typed. */
    public static Question typed(String subject, String text) {
        String line = TypedText.cleanLine(subject);
        return new Question(
                TypedText.isBlank(line) ? null : line, TypedText.clean(text).strip(), List.of());
    }

    /** The same words with these files. */
    public Question with(List<String> attachmentIds) {
        return new Question(subject, text, List.copyOf(attachmentIds));
    }

    /** What keeps it from being asked; empty when nothing does. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (subject != null && TypedText.length(subject) > SUBJECT_MAX) {
            problems.add(new Problem("subject", "error.subject.long", SUBJECT_MAX, TypedText.length(subject)));
        }
        if (TypedText.isBlank(text)) {
            problems.add(new Problem("message", "error.message.blank"));
        } else if (TypedText.length(text) > TEXT_MAX) {
            problems.add(new Problem("message", "error.message.long", TEXT_MAX, TypedText.length(text)));
        }
        return problems;
    }
}
