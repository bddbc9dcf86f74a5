package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.telegram.update.Update;
import org.answerline.webhook.event.IncomingEvent;

/** Handles an update in one transaction: either everything it causes is stored, or Telegram repeats the update. */
@ApplicationScoped
class UpdateHandler {

    @Inject
    private ProcessedUpdates seen;

    @Inject
    private OperatorChat operator;

    @Inject
    private EventDispatcher dispatcher;

    /**
     * Handles an update once, however often it comes.
     *
     * @return what a person who pressed a button reads for a moment
     */
    @Transactional
    Optional<String> handle(Update update) {
        if (!seen.first(update.id())) {
            return Optional.empty();
        }
        boolean inOperatorsChat =
                update.chat().map(chat -> operator.isOperatorChat(chat.id())).orElse(false);
        IncomingEvent incoming = UpdateClassifier.read(update, inOperatorsChat);
        return dispatcher.dispatch(incoming, update, inOperatorsChat);
    }
}
