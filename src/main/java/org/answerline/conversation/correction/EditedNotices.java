package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.answerline.conversation.hint.GivenHints;
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

/** Shows the operators the new texts of messages that users have edited. Joins the caller's transaction. */
@ApplicationScoped
class EditedNotices {

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
    private GivenHints hints;

    /** Shows the operators the new text of a message that they have. */
    void show(SupportMessage message) {
        show(message, false);
    }

    /**
     * The same.
     *
     * @param isJoined whether its notice is known to show others too
     */
    void show(SupportMessage message, boolean isJoined) {
        Optional<TelegramMessageRef> notice = message.notice();
        boolean isShared = isJoined || notice.filter(notices::isShared).isPresent();
        if (isShared) {
            // The joined notice keeps the texts of others: later edits are to change the new notice only.
            sent.forget(message, MessageKind.NOTICE);
        }
        if (!sent.change(message, MessageKind.NOTICE, dispatch.noticeParts(message))) {
            showInNewNotice(message);
        }
        if (messages.isAnsweredAfter(message) && hints.mayTellEditedAfter(operator.id(), message.id())) {
            Optional<Long> replyTo =
                    notice.filter(there -> there.chatId() == operator.id()).map(TelegramMessageRef::messageId);
            String text = operator.texts()
                    .get("telegram.operator.editedafter", TelegramMessageTexts.number(message.number()));
            OutboxMessage word = OutboxMessage.wordAbout(message.id(), operator.id(), replyTo.orElse(null), text);
            outbox.put(replyTo.isPresent() ? word : word.inTopicOf(message.userId()));
        }
    }

    /** Shows the operators the new text of a message whose notice cannot be changed. */
    void showInNewNotice(SupportMessage message) {
        outbox.put(OutboxMessage.notice(operator.id(), message.id(), dispatch.editedParts(message), Duration.ZERO)
                .inTopicOf(message.userId()));
    }
}
