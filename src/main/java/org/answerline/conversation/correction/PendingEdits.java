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

    /**
     * Telegram has not changed a message of the bot. The operators get the new text of a question as a new notice, which is the one that is
     * changed from now on; users read the new text of an answer on the site.
     */
    public void refused(SupportMessage message) {
        if (!message.isFromAdmin()) {
            sent.forget(message, MessageKind.NOTICE);
            notices.showInNewNotice(message);
        }
    }
}
