package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileReady;
import org.answerline.attachment.FileState;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;

/** Informs the operator about a file that does not reach the user: the site cannot store it, and no Telegram is linked. */
@ApplicationScoped
class UnshownFiles {

    @Inject
    private SupportMessages messages;

    @Inject
    private Attachments attachments;

    @Inject
    private Outbox outbox;

    @Inject
    private OperatorChat operator;

    void settled(@Observes FileReady file) {
        if (file.state() != FileState.READY) {
            messages.find(file.supportMessageId())
                    .filter(answer -> answer.isFromAdmin() && answer.delivery() == DeliveryState.HELD)
                    .ifPresent(answer -> tell(answer, file));
        }
    }

    private void tell(SupportMessage answer, FileReady file) {
        String name = attachments.named(List.of(file.attachmentId())).stream()
                .map(Attachment::name)
                .findFirst()
                .orElse("?");
        String key = file.state() == FileState.TOO_LARGE
                ? "telegram.operator.toolargeheld"
                : "telegram.operator.filenotshown";
        String word = operator.texts().get(key, name);
        Long replyTo = answer.messageIdIn(operator.id());
        OutboxMessage told = OutboxMessage.wordAbout(answer.id(), operator.id(), replyTo, word);
        outbox.put(replyTo == null ? told.inTopicOf(answer.userId()) : told);
    }
}
