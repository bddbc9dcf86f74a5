package org.answerline.site.account.guest;

import java.util.List;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.draft.QuestionDraft;

/**
 * The question that is sent when its author's address is confirmed, as the page shows it.
 *
 * @param id its draft, which the button names so that nothing else is sent
 * @param subject empty if there is none
 * @param files their names
 */
public record WaitingQuestion(String id, String subject, String message, List<String> files) {

    static WaitingQuestion of(QuestionDraft draft, List<Attachment> files) {
        return new WaitingQuestion(
                draft.id(),
                draft.subject() == null ? "" : draft.subject(),
                draft.message(),
                files.stream().map(Attachment::name).toList());
    }
}
