package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.conversation.outgoing.SentCorrections;
import org.answerline.delivery.message.MessageKind;

/** Carries out changes of messages that were on their way when their authors changed them, or that Telegram has not carried out. */
@ApplicationScoped
public class PendingEdits {

    @Inject
    private SentCorrections sent;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private EditedNotices notices;

    /**
     * The message has arrived with its earlier text.
     *
     * @param isJoined whether it is in a Telegram message with others, which may not be recorded yet
     * @return false if the other side keeps that, as for {@link SentCorrections#change}
     */
    public boolean arrived(SupportMessage message, boolean isJoined) {
        message.setEditPending(false);
        if (message.isFromAdmin()) {
            return sent.change(message, MessageKind.ANSWER, dispatch.answerParts(message));
        }
        notices.show(message, isJoined);
        return true;
    }

    /** Telegram has not deleted these messages of an answer, which was withdrawn or has become shorter. */
    public void notDeleted(SupportMessage answer, long chatId, List<Long> messageIds) {
        sent.notDeleted(answer, chatId, messageIds);
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
