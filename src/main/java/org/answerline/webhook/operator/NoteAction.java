package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.operator.answer.NoteDialogue;

/** /note: the same as a message that begins with two slashes. */
@ApplicationScoped
class NoteAction implements OperatorAction {

    @Inject
    private NoteDialogue notes;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.NOTE);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        notes.keep(replied, typed.command().argument(), typed.messageId(), Optional.empty(), typed.author());
    }
}
