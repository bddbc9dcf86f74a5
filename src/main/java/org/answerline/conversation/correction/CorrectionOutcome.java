package org.answerline.conversation.correction;

import org.answerline.conversation.message.SupportMessage;

/** The result of an operator's edit or /undo. */
public sealed interface CorrectionOutcome {

    /** Whether the answer stays as it was, and its operator is told so. */
    default boolean isRefused() {
        return !(this instanceof Nothing || this instanceof Done || this instanceof OnSiteOnly);
    }

    /** The message is no answer, or nothing about it has changed. */
    record Nothing() implements CorrectionOutcome {}

    /** It is stored, and the user sees it as soon as Telegram has carried it out. */
    record Done(SupportMessage message) implements CorrectionOutcome {}

    /** It is stored and shown on the site; in Telegram the earlier version stays. */
    record OnSiteOnly(SupportMessage message) implements CorrectionOutcome {}

    /** Nothing of the answer is left, or the new text looks like a note: an answer cannot become a note. */
    record NotAnAnswer(SupportMessage message) implements CorrectionOutcome {}

    /** The new text begins with the number of a question that is another user's, or was deleted; the answer stays as it was. */
    record OtherQuestion(SupportMessage message, long number) implements CorrectionOutcome {}

    /** The answer was withdrawn before. */
    record AlreadyWithdrawn(SupportMessage message) implements CorrectionOutcome {}

    /** It is withdrawn on the site; in Telegram it stays, because what was sent so long ago is not known any more. */
    record OutOfReach(SupportMessage message) implements CorrectionOutcome {}

    /** An anonymous administrator names no answer, and which of the last ones is theirs is not known. */
    record WhichOne() implements CorrectionOutcome {}

    /** Another operator wrote the answer. */
    record NotTheirs(SupportMessage message) implements CorrectionOutcome {}
}
