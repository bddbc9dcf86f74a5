package org.answerline.conversation.reply;

import org.answerline.conversation.message.SupportMessage;

/** The recipient of an operator's message. */
public sealed interface ReplyTarget {

    /**
     * The user who wrote a question.
     *
     * @param about the question, or an earlier answer in its conversation
     * @param text the text to send, without a number that only selected the question
     */
    record Person(SupportMessage about, String text) implements ReplyTarget {}

    /** Nobody, with the reason. */
    record Nobody(AnswerOutcome reason) implements ReplyTarget {}
}
