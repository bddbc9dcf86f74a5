package org.answerline.site.support;

import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.site.form.FormUploads;

/** The form of the support page as it was sent. */
public class QuestionForm {
    private static final Pattern SUBMISSION = Pattern.compile("[0-9a-f-]{36}");

    @FormParam("subject")
    private String subject;

    @FormParam("message")
    private String message;

    @FormParam(FormUploads.FIELD)
    private List<String> files;

    @FormParam("submission")
    private String submission;

    /** What is asked, cleaned; it has the constraints. */
    NewQuestion question() {
        return NewQuestion.typed(subject, message)
                .with(files.stream().distinct().toList());
    }

    /** The key by which the same form is known however often it is sent; empty if it is not one of ours. */
    Optional<String> submission() {
        return Optional.ofNullable(submission)
                .filter(key -> SUBMISSION.matcher(key).matches());
    }

    /** As it was typed. */
    String subject() {
        return subject;
    }

    /** As it was typed. */
    String message() {
        return message;
    }
}
