package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.message.ForgottenMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.message.DeliveryEvent;

/** Passes what became of deliveries on to those who record it. */
@ApplicationScoped
class DeliveryEventObserver {

    @Inject
    private ArrivedDeliveries arrived;

    @Inject
    private FailedDeliveries failed;

    @Inject
    private OperatorChat operator;

    @Inject
    private GivenHints hints;

    @Inject
    private DeliveryReports reports;

    @Inject
    private ForgottenMessages forgotten;

    void observe(@Observes DeliveryEvent event) {
        if (event instanceof DeliveryEvent.Sent sent && sent.supportMessageId() != null) {
            arrived.sent(sent);
        } else if (event instanceof DeliveryEvent.GaveUp end && end.supportMessageId() != null) {
            failed.gaveUp(end);
        } else if (event instanceof DeliveryEvent.EditRefused refused) {
            failed.editRefused(refused);
        } else if (event instanceof DeliveryEvent.FileRefused refused) {
            failed.refused(refused);
        } else if (event instanceof DeliveryEvent.CopyRefused refused) {
            failed.copyRefused(refused);
        } else if (event instanceof DeliveryEvent.ChatMoved moved && operator.isOperatorChat(moved.oldChatId())) {
            operator.movedTo(moved.newChatId());
            hints.moved(moved.oldChatId(), moved.newChatId());
        } else if (event instanceof DeliveryEvent.ErasedInJoined joined) {
            forgotten.add(new TelegramMessageRef(joined.chatId(), joined.messageId()));
        } else if (event instanceof DeliveryEvent.DeletionRefused kept) {
            failed.deletionRefused(kept);
        } else if (event instanceof DeliveryEvent.NotErased kept && operator.isOrWasOperatorChat(kept.chatId())) {
            reports.notDeleted(kept.reason());
        } else if (event instanceof DeliveryEvent.TokenAccepted accepted) {
            reports.tokenAccepted(accepted.refusedSince());
        }
    }
}
