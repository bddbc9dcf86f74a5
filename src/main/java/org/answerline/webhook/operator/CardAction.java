package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.ConversationCards;
import org.answerline.conversation.HistoryCard;
import org.answerline.conversation.OpenConversationList;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.webhook.event.IncomingEvent;

/** /open, /history and /who: shows which conversations are open, one of them, and its user. */
@ApplicationScoped
class CardAction implements OperatorAction {

    @Inject
    private CommandTargets targets;

    @Inject
    private HistoryCard history;

    @Inject
    private OpenConversationList open;

    @Inject
    private ConversationCards cards;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.OPEN, OperatorCommandName.HISTORY, OperatorCommandName.WHO);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        switch (name) {
            case OPEN -> open.show(typed.messageId(), typed.topicId().isPresent());
            case HISTORY ->
                targets.conversation(typed, replied).ifPresent(about -> history.show(about, typed.messageId()));
            default -> targets.conversation(typed, replied).ifPresent(about -> cards.who(about, typed.messageId()));
        }
    }
}
