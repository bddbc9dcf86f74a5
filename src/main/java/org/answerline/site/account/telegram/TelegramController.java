package org.answerline.site.account.telegram;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.answerline.account.user.User;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.answerline.site.view.PageModel;

/** The page on which the reader links Telegram, moves to another one, or unlinks it. */
@Controller
@RequestScoped
@SignedIn
@Path("telegram/")
@Produces("text/html;charset=UTF-8")
public class TelegramController {
    static final String PATH = "/account/telegram/";

    @Inject
    PageModel page;

    @Inject
    SignedInUser signedIn;

    @Inject
    TelegramLinking linking;

    /** Whether Telegram is linked; if not, how to link it. */
    @GET
    public Response state() {
        User user = signedIn.user();
        return page.show(VIEWS.accountTelegram(
                page.context(),
                linking.invite(user.id()).map(TelegramLinkView::of).orElse(null),
                telegram(user.id()),
                TelegramView.of(linking, user),
                linking.botLink().map(URI::toString).orElse(null)));
    }

    /** How to move to another Telegram; the one linked now stays until the other has accepted. */
    @GET
    @Path("another/")
    public Response another() {
        long user = signedIn.id();
        Optional<Instant> since = linking.linkedSince(user);
        if (since.isEmpty()) {
            return page.go(PATH);
        }
        var binding = TelegramLinkView.of(linking.reinvite(user));
        return page.show(VIEWS.accountTelegramAnother(
                page.context(), binding, telegram(user), since.get().toString()));
    }

    /** Asks before unlinking. */
    @GET
    @Path("unlink/")
    public Response askToUnlink() {
        return linking.chatOf(signedIn.id()).isEmpty()
                ? page.go(PATH)
                : page.show(VIEWS.accountTelegramUnlink(page.context()));
    }

    /** Unlinks. */
    @POST
    @Path("unlink/")
    @CsrfProtected
    public Response unlink() {
        linking.unlink(signedIn.id());
        return page.go(PATH);
    }

    private TelegramView telegram(long user) {
        return linking.telegramOf(user).map(TelegramView::of).orElse(null);
    }
}
