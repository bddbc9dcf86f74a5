package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.answerline.conversation.correction.PendingEdits;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.MessageKind;

/** Records what Telegram has refused for good, and tells the operators. */
@ApplicationScoped
class FailedDeliveries {

    @Inject
    private SupportMessages messages;

    @Inject
    private DeliveryReports reports;

    @Inject
    private PendingEdits edits;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Nothing of a message will be sent any more. */
    void gaveUp(DeliveryEvent.GaveUp end) {
        messages.find(end.supportMessageId()).ifPresent(message -> gaveUp(message, end));
    }

    void editRefused(DeliveryEvent.EditRefused refused) {
        messages.find(refused.aboutMessageId())
                .filter(message -> edits.isShownBy(message, refused.chatId(), refused.messageId()))
                .ifPresent(message -> editRefused(message, refused));
    }

    private void editRefused(SupportMessage message, DeliveryEvent.EditRefused refused) {
        if (!message.isFromAdmin()) {
            edits.refused(message);
        } else if (!refused.isGone()) {
            reports.notChanged(message, refused.reason());
        }
    }

    /**
     * The user still has what was withdrawn, or the end of a longer answer. The end of a longer question in the operators' chat is
     * nobody's matter: its beginning shows the new text, or a new notice does.
     */
    void deletionRefused(DeliveryEvent.DeletionRefused kept) {
        messages.find(kept.aboutMessageId())
                .filter(answer -> answer.isFromAdmin() && !kept.isGone())
                .ifPresent(answer -> deletionRefused(answer, kept));
    }

    /** A withdrawn answer is replaced, and only if Telegram refuses that too is its operator told. */
    private void deletionRefused(SupportMessage answer, DeliveryEvent.DeletionRefused kept) {
        edits.notDeleted(answer, kept.chatId(), kept.messageIds());
        if (!answer.isWithdrawn()) {
            reports.endKept(answer, kept.reason());
        }
    }

    void refused(DeliveryEvent.FileRefused refused) {
        messages.find(refused.supportMessageId()).ifPresent(message -> refused(message, refused));
    }

    void copyRefused(DeliveryEvent.CopyRefused refused) {
        messages.find(refused.supportMessageId()).ifPresent(message -> copyRefused(message, refused));
    }

    /** A file that Telegram accepts in no form is still on the site, and its message is sent without it. */
    private void refused(SupportMessage message, DeliveryEvent.FileRefused refused) {
        if (message.isWithdrawn()) {
            endWithdrawn(message);
            return;
        }
        reports.fileRefused(message, refused);
        switch (refused.end()) {
            case REST_ARRIVED -> arrived(message);
            case NOTHING_ARRIVED -> {
                message.failed(refused.reason(), clock.instant());
                messages.changed(message);
            }
            case NOT_YET -> {
                // The rest of it decides.
            }
        }
    }

    /** Its text has arrived and says what it contains; an operator learns that the user has nothing else. */
    private void copyRefused(SupportMessage message, DeliveryEvent.CopyRefused refused) {
        if (message.isWithdrawn()) {
            endWithdrawn(message);
            return;
        }
        arrived(message);
        reports.copyRefused(message, refused);
    }

    private void arrived(SupportMessage message) {
        message.delivered(clock.instant());
        messages.changed(message);
        if (message.isEditPending() && !edits.arrived(message, false)) {
            reports.notChangeable(message);
        }
    }

    /** The answer was withdrawn while it was being sent. That attempt has ended; a retry must not send any of it. */
    private void endWithdrawn(SupportMessage answer) {
        outbox.endWithdrawn(answer.id(), MessageKind.ANSWER);
    }

    private void gaveUp(SupportMessage message, DeliveryEvent.GaveUp end) {
        if (message.isWithdrawn()) {
            endWithdrawn(message);
            return;
        }
        message.failed(end.reason(), clock.instant());
        messages.changed(message);
        reports.gaveUp(message, end);
    }
}
