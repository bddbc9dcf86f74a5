package org.answerline.site.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.FileRefusedException;
import org.answerline.conversation.block.UserBlockedException;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.site.form.FormUploads;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/** What keeps a question from being sent, in the reader's language. */
@RequestScoped
class QuestionProblems {
    @Inject
    PageModel page;

    @Inject
    InputValidator validator;

    @Inject
    Attachments attachments;

    /** Of the question and of the files that came with it. */
    List<FieldProblem> of(NewQuestion question, HttpServletRequest request) {
        Stream<FieldProblem> files = FormUploads.refused(request).stream()
                .map(file -> new FieldProblem("files", file.name() + ": " + text(file.reason())));
        return Stream.concat(validator.problems(question, page.texts()).stream(), files)
                .toList();
    }

    /** Of a file that was stored before and cannot be sent. */
    List<FieldProblem> of(FileRefusedException.Reason reason) {
        return List.of(new FieldProblem("files", text(reason)));
    }

    /** Of one who sends too many. */
    List<FieldProblem> tooOften(Duration wait) {
        String time = WaitText.of(page.texts(), wait);
        return List.of(new FieldProblem("message", page.text("page.support.too_often", time)));
    }

    /** Of one from whom support accepts no messages. */
    List<FieldProblem> of(UserBlockedException refused) {
        return List.of(new FieldProblem("message", refused.block().text(page.texts(), "page.support.refused.")));
    }

    private String text(FileRefusedException.Reason reason) {
        return page.text(
                "error.file." + reason.name().toLowerCase(Locale.ROOT),
                attachments.largestMegabytes(),
                attachments.most());
    }
}
