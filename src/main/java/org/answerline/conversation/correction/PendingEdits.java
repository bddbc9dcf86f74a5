package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.conversation.outgoing.SentCorrections;
import org.answerline.delivery.message.MessageKind;

/** Carries out changes of messages that were on their way when their authors changed them, or that Telegram has not changed. */
@ApplicationScoped
public class PendingEdits {

    @Inject
    private SentCorrections sent;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private EditedNotices notices;

    /** The message has arrived with its earlier text. */
    public void arrived(SupportMessage message) {
        message.setEditPending(false);
        if (message.isFromAdmin()) {
            sent.change(message, MessageKind.ANSWER, dispatch.answerParts(message));
        } else {
            notices.show(message);
        }
    }

    /** Whether a message of the bot shows this message, and is not only about it. */
    public boolean isShownBy(SupportMessage message, long chatId, long telegramMessageId) {
        MessageKind kind = message.isFromAdmin() ? MessageKind.ANSWER : MessageKind.NOTICE;
        return sent.isPart(message, kind, chatId, telegramMessageId);
    }

    /**
     * Telegram has not changed the notices of a question as its user has changed the question. The operators get the new text as a new
     * notice, which is the one that is changed from now on.
     */
    public void refused(SupportMessage question) {
        sent.forget(question, MessageKind.NOTICE);
        notices.showInNewNotice(question);
    }
}
