package org.answerline.conversation.reply;

import java.util.Optional;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.team.ConversationOwner;

/** The result of a message in the operators' chat that may be an answer. */
public sealed interface AnswerOutcome {

    /**
     * It is an answer to a user and was stored.
     *
     * @param other the other operator who has this conversation, if there is one
     */
    record Stored(SupportMessage answer, Optional<ConversationOwner> other) implements AnswerOutcome {}

    /** It contains only the number of a question. */
    record NothingToSend(SupportMessage question) implements AnswerOutcome {}

    /** It replies to a message with several questions and does not say which one. */
    record WhichOne() implements AnswerOutcome {}

    /** It replies to one question and names another user's question. */
    record TwoPeople(long number) implements AnswerOutcome {}

    /** The user was erased, or the question was deleted because of its age. */
    record Gone() implements AnswerOutcome {}

    /** It replies to no message of the desk. */
    record NotOurs() implements AnswerOutcome {}
}
