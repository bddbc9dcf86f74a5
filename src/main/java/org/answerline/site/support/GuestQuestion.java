package org.answerline.site.support;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.guest.GuestAccounts;
import org.answerline.account.mail.AccountMails;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.user.User;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.draft.QuestionDrafts;
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
    GuestAccounts guests;

    @Inject
    AccountMails mails;

    @Inject
    GuestCookie cookie;

    @Inject
    QuestionDrafts drafts;

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
        return form.proof().isThere()
                ? guests.open(form.details(), kept.submission(), page.language(), form.proof())
                        .flatMap(guest -> sendNow(kept.draft(), guest, request, response))
                : Optional.of(askByMail(kept, form, request, response));
    }

    /** Whether the author of a question without a proof can be asked by e-mail. */
    boolean canAskByMail() {
        return mails.arePossible();
    }

    private Optional<Response> sendNow(
            DraftKey draft, User guest, HttpServletRequest request, HttpServletResponse response) {
        OptionalLong message = drafts.send(draft, guest.id());
        if (message.isEmpty()) {
            return Optional.empty();
        }
        cookie.begin(guest, request, response);
        visitor.forget(request, response);
        mails.ask(guest, MailPurpose.GUEST);
        return Optional.of(sent.show(guest.id(), message.getAsLong()));
    }

    private Response askByMail(
            KeptQuestion kept, GuestForm form, HttpServletRequest request, HttpServletResponse response) {
        User guest = guests.openPending(form.details(), kept.submission(), page.language());
        drafts.keepFor(kept.draft(), guest.id(), GuestAccounts.CONFIRMABLE);
        visitor.leave(request, response);
        mails.ask(guest, MailPurpose.GUEST);
        return page.show(VIEWS.supportGuestMail(page.context(), guest.email()));
    }
}
