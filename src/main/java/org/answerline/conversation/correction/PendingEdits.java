package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.conversation.outgoing.SentCorrections;
import org.answerline.delivery.message.MessageKind;

/** Carries out changes of messages that were on their way when their authors changed them. */
@ApplicationScoped
public class PendingEdits {

    @Inject
    private SentCorrections sent;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private QuestionEdits questions;

    /** The message has arrived with its earlier text. */
    public void arrived(SupportMessage message) {
        message.setEditPending(false);
        if (message.isFromAdmin()) {
            sent.change(message, MessageKind.ANSWER, dispatch.answerParts(message));
        } else {
            questions.show(message);
        }
    }
}
