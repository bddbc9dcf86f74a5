package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    void edit(IncomingEvent.OperatorEdit edit) {
        if (notes.edited(edit.messageId(), edit.text().text())) {
            return;
        }
        if (rights.allow(edit.author(), edit.messageId())) {
            corrections.edit(edit);
        }
    }
}
