package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.ConversationClosing;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.webhook.event.IncomingEvent;

/** /close: closes a conversation until its user writes again. */
@ApplicationScoped
class CloseAction implements OperatorAction {

    @Inject
    private CommandTargets targets;

    @Inject
    private ConversationClosing closing;

    @Inject
    private DeliveryReactions reactions;

    @Inject
    private BotReplies words;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.CLOSE);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        targets.conversation(typed, replied).ifPresent(about -> close(typed, about, isNamed(replied) ? about.id() : 0));
    }

    /** Whether a message is meant; in a topic without Reply only the user is, whose last message may not be there yet. */
    private static boolean isNamed(Optional<RepliedToMessage> replied) {
        return replied.map(RepliedToMessage::isPressed).orElse(true);
    }

    private void close(IncomingEvent.OperatorCommand typed, SupportMessage about, long seenId) {
        if (closing.close(about.userId(), seenId)) {
            reactions.done(typed.messageId());
        } else {
            words.toOperatorAbout(about, typed.messageId(), "telegram.operator.closedalready");
        }
    }
}
