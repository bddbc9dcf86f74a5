package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.OperatorNotices;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.conversation.outgoing.SentCorrections;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.FormattedText;

/** Passes on to the operators what users change in messages that they wrote in Telegram. */
@ApplicationScoped
@Transactional
public class QuestionEdits {

    @Inject
    private SupportMessages messages;

    @Inject
    private OperatorNotices notices;

    @Inject
    private SentCorrections sent;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private Outbox outbox;

    @Inject
    private OperatorChat operator;

    @Inject
    private Clock clock;

    /** Takes the new text of a user's message; a text that says nothing, or has not changed, is ignored. */
    public void edit(TelegramMessageRef origin, FormattedText text) {
        messages.writtenAs(origin)
                .filter(message -> !message.isFromAdmin() && !InputText.isBlank(text.text()))
                .filter(message -> !message.formatted().equals(text))
                .ifPresent(message -> edit(message, text));
    }

    /** Locks the deliveries before the message, as the dispatcher does when it records that one has arrived. */
    private void edit(SupportMessage found, FormattedText text) {
        boolean isTakenBack = outbox.takeBack(found.id(), MessageKind.NOTICE);
        SupportMessage message = messages.locked(found);
        messages.replaceText(message, text, clock.instant());
        if (message.delivery() == DeliveryState.HELD) {
            // The operators get it, with this text, when it is released.
            return;
        }
        if (isTakenBack) {
            dispatch.across(message, Duration.ZERO);
        } else if (outbox.isOnItsWay(message.id(), MessageKind.NOTICE)) {
            message.setEditPending(true);
        } else {
            show(message);
        }
    }

    /** Shows the operators the new text of a message that they have. */
    void show(SupportMessage message) {
        Optional<TelegramMessageRef> notice = message.notice();
        boolean isShared = notice.filter(notices::isShared).isPresent();
        if (isShared || !sent.change(message, MessageKind.NOTICE, dispatch.noticeParts(message))) {
            outbox.put(OutboxMessage.notice(operator.id(), message.id(), dispatch.editedParts(message), Duration.ZERO)
                    .inTopicOf(message.userId()));
        }
        if (messages.isAnsweredAfter(message)) {
            Optional<Long> replyTo =
                    notice.filter(there -> there.chatId() == operator.id()).map(TelegramMessageRef::messageId);
            String text = operator.texts()
                    .get("telegram.operator.editedafter", TelegramMessageTexts.number(message.number()));
            OutboxMessage word = OutboxMessage.wordAbout(message.id(), operator.id(), replyTo.orElse(null), text);
            outbox.put(replyTo.isPresent() ? word : word.inTopicOf(message.userId()));
        }
    }
}
