package org.answerline.conversation;

/** What became of a reply in the operator's chat. */
public sealed interface OperatorAnswer {

    /** It is the answer to a user's message, and stored. */
    record Stored(SupportMessage answer) implements OperatorAnswer {}

    /** It answers a message that carries several questions and does not say which. */
    record WhichOne() implements OperatorAnswer {}

    /** It answers nothing of ours. */
    record NotOurs() implements OperatorAnswer {}
}
