package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.webhook.event.EditedFiles;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.operator.answer.NoteDialogue;

/** Takes operators' edits: an edited note stays a note, an edited answer is changed where its user reads it. */
@ApplicationScoped
class EditDialogue {

    @Inject
    private NoteDialogue notes;

    @Inject
    private OperatorRights rights;

    @Inject
    private CorrectionDialogue corrections;

    @Inject
    private EditedFiles editedFiles;

    @Inject
    private OperatorChat operator;

    void edit(IncomingEvent.OperatorEdit edit) {
        if (notes.edited(edit.messageId(), edit.text().text())) {
            return;
        }
        if (rights.allow(edit.author(), edit.messageId()) && corrections.edit(edit)) {
            editedFiles.tellOperator(new TelegramMessageRef(operator.id(), edit.messageId()), edit.file());
        }
    }
}
