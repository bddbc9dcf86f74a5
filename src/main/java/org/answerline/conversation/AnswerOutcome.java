package org.answerline.conversation;

import org.answerline.conversation.message.SupportMessage;

/** What became of a message in the operator's chat that may be an answer. */
public sealed interface AnswerOutcome {

    /** It is the answer to a user, and stored. */
    record Stored(SupportMessage answer) implements AnswerOutcome {}

    /** It names a question and has nothing else in it. */
    record NothingToSend(SupportMessage question) implements AnswerOutcome {}

    /** It answers a message that carries several questions and does not say which. */
    record WhichOne() implements AnswerOutcome {}

    /** It answers one question and names another person's. */
    record TwoPeople(long number) implements AnswerOutcome {}

    /** The person it is meant for was erased, or the question was deleted for its age. */
    record Gone() implements AnswerOutcome {}

    /** It answers nothing of ours. */
    record NotOurs() implements AnswerOutcome {}
}
