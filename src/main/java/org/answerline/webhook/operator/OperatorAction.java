package org.answerline.webhook.operator;

import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.webhook.event.IncomingEvent;

/** Carries out commands of the operators' chat. Every bean of this type is found by {@link OperatorCommands}. */
interface OperatorAction {

    /** The commands that it carries out; no other action has them. */
    Set<OperatorCommandName> names();

    /**
     * Carries out a command of an operator who may answer, and shows what became of it by a reaction or a short message.
     *
     * @param replied the message of the bot or of an operator that the command replies to
     */
    void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied);
}
