package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.ConversationCards;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.team.ConversationOwner;
import org.answerline.conversation.team.Conversations;
import org.answerline.webhook.event.IncomingEvent;

/** /take and /drop: which operator has a conversation. */
@ApplicationScoped
class OwnerAction implements OperatorAction {

    @Inject
    private CommandTargets targets;

    @Inject
    private Conversations conversations;

    @Inject
    private ConversationCards cards;

    @Inject
    private DeliveryReactions reactions;

    @Inject
    private BotReplies words;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.TAKE, OperatorCommandName.DROP);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        targets.conversation(typed, replied).ifPresent(about -> change(name, typed, about));
    }

    private void change(OperatorCommandName name, IncomingEvent.OperatorCommand typed, SupportMessage about) {
        if (name == OperatorCommandName.TAKE) {
            take(typed, about);
        } else {
            conversations.drop(about.userId());
            reactions.done(typed.messageId());
        }
    }

    private void take(IncomingEvent.OperatorCommand typed, SupportMessage about) {
        Optional<ConversationOwner> before = conversations.take(about.userId(), typed.author());
        reactions.done(typed.messageId());
        before.filter(owner -> owner.id() != typed.author().id())
                .ifPresent(owner -> words.toOperatorAbout(
                        about, typed.messageId(), "telegram.operator.taken", cards.named(owner.name())));
    }
}
