package org.answerline.conversation;

import org.answerline.conversation.message.SupportMessage;

/** Whom an operator's message is for. */
sealed interface ReplyTarget {

    /**
     * The person who wrote a question.
     *
     * @param about the question, or an earlier answer in its conversation
     * @param text what is to be sent: the words without a number that only chose the question
     */
    record Person(SupportMessage about, String text) implements ReplyTarget {}

    /** Nobody, and this is why. */
    record Nobody(AnswerOutcome reason) implements ReplyTarget {}
}
