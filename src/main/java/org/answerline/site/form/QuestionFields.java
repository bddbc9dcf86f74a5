package org.answerline.site.form;

/**
 * The form for a question with what was typed into it.
 *
 * @param compact whether it takes little room, as it does below a conversation
 * @param submission the key by which the same form is known however often it is sent; null for none
 * @param files null where no files can be chosen
 * @param guest the fields of somebody who asks without an account; null for none
 */
public record QuestionFields(
        boolean compact, String subject, String message, String submission, FilesField files, GuestFields guest) {
    public boolean isEmpty() {
        return subject.isEmpty() && message.isEmpty();
    }
}
