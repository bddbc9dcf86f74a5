package org.answerline.site.support;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.answerline.account.mail.AccountMails;
import org.answerline.site.account.guest.GuestFirstQuestion;
import org.answerline.site.form.VisitorDraft;
import org.answerline.site.guard.GuestCookie;
import org.answerline.site.view.PageModel;

/**
 * Sends the question of a guest that is kept as a draft.
 *
 * <p>A browser that has proved its work sends it at once. Without scripts it waits until a link was followed that is sent to the address.
 */
@RequestScoped
class GuestQuestion {
    @Inject
    PageModel page;

    @Inject
    GuestFirstQuestion firstQuestion;

    @Inject
    AccountMails mails;

    @Inject
    GuestCookie cookie;

    @Inject
    VisitorDraft visitor;

    @Inject
    SentQuestion sent;

    /**
     * Sends it, or has its author asked by e-mail.
     *
     * @return empty if the proof of work is not accepted, or the draft is gone
     */
    Optional<Response> send(
            KeptQuestion kept, GuestForm form, HttpServletRequest request, HttpServletResponse response) {
        try {
            return form.proof().isThere()
                    ? sendNow(kept, form, request, response)
                    : Optional.of(askByMail(kept, form, request, response));
        } catch (GuestFirstQuestion.DraftGoneException gone) {
            return Optional.empty();
        }
    }

    /** Whether the author of a question without a proof can be asked by e-mail. */
    boolean canAskByMail() {
        return mails.arePossible();
    }

    private Optional<Response> sendNow(
            KeptQuestion kept, GuestForm form, HttpServletRequest request, HttpServletResponse response) {
        return firstQuestion
                .send(kept.ofGuest(), form.details(), page.language(), form.proof())
                .map(done -> begin(done, request, response));
    }

    private Response begin(GuestFirstQuestion.Sent done, HttpServletRequest request, HttpServletResponse response) {
        cookie.begin(done.guest(), request, response);
        visitor.forget(request, response);
        return sent.show(done.guest().id(), done.message());
    }

    private Response askByMail(
            KeptQuestion kept, GuestForm form, HttpServletRequest request, HttpServletResponse response) {
        List<String> files = firstQuestion.keep(kept.ofGuest(), form.details(), page.language());
        visitor.leave(request, response);
        return page.show(VIEWS.supportGuestMail(page.context(), form.details().email(), files));
    }
}
