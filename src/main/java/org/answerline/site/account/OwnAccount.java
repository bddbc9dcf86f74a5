package org.answerline.site.account;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.answerline.account.SignInMode;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.user.User;
import org.answerline.platform.config.SignInKind;
import org.answerline.platform.web.RateLimits;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.WaitText;

/** What the pages share on which users with a password of ours change their account. */
@RequestScoped
class OwnAccount {
    @Inject
    PageModel page;

    @Inject
    AccountMails mails;

    @Inject
    SignInMode mode;

    /** Whether name, address and password are kept here: users of another sign-in have them there. */
    boolean isOurs(User user) {
        return mode.kind() == SignInKind.LOCAL && user.hasPassword();
    }

    /**
     * Without a mail server no address can be confirmed, so none can be changed.
     *
     * @throws NotFoundException if there is none
     */
    void checkMailIsPossible() {
        if (!mails.arePossible()) {
            throw new NotFoundException();
        }
    }

    /** The form again with what is wrong with one of its fields. */
    Response refuse(JteModel view, String field, String text) {
        return page.with(List.of(new FieldProblem(field, text))).show(PageModel.UNPROCESSABLE, view);
    }

    /** The form again, and when to send it. */
    Response tooOften(JteModel view, String field, String textKey, Duration wait) {
        page.with(List.of(new FieldProblem(field, page.text(textKey, WaitText.of(page.texts(), wait)))));
        return Response.fromResponse(page.show(PageModel.TOO_MANY, view))
                .header("Retry-After", RateLimits.retryAfter(wait))
                .build();
    }
}
