package org.answerline.conversation.canned;

import java.util.List;
import org.answerline.telegram.text.FormattedText;

/** What became of a canned reply for one user. */
public sealed interface FilledReply {

    /** The text for the user. */
    record Ready(FormattedText text) implements FilledReply {}

    /**
     * A placeholder cannot be filled.
     *
     * @param placeholder with its braces
     */
    record Missing(String placeholder) implements FilledReply {}

    /**
     * There is no reply of this name.
     *
     * @param nearest the names that are most like it, the nearest first
     */
    record Unknown(List<String> nearest) implements FilledReply {}
}
