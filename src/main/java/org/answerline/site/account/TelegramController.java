package org.answerline.site.account;

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
import org.answerline.account.CurrentUser;
import org.answerline.account.user.User;
import org.answerline.linking.TelegramLinking;
import org.answerline.site.view.PageModel;

/** The page on which the reader links Telegram, moves to another one, or unlinks it. */
@Controller
@RequestScoped
@Path("telegram/")
@Produces("text/html;charset=UTF-8")
public class TelegramController {
    static final String PATH = "/account/telegram/";

    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    TelegramLinking linking;

    /** Whether Telegram is linked; if not, how to link it. */
    @GET
    public Response state() {
        return forUser(user -> {
            page.with(
                            "binding",
                            linking.invite(user.id()).map(TelegramLinkView::of).orElse(null))
                    .with("untied", TelegramView.of(linking, user));
            withTelegram(user);
            return page.show("account/telegram.html");
        });
    }

    /** How to move to another Telegram; the one linked now stays until the other has accepted. */
    @GET
    @Path("another/")
    public Response another() {
        return forUser(user -> {
            Optional<Instant> since = linking.linkedSince(user.id());
            if (since.isEmpty()) {
                return page.go(PATH);
            }
            withTelegram(user);
            page.with("since", since.get()).with("binding", TelegramLinkView.of(linking.reinvite(user.id())));
            return page.show("account/telegram-another.html");
        });
    }

    /** Asks before unlinking. */
    @GET
    @Path("unlink/")
    public Response askToUnlink() {
        return forUser(user ->
                linking.chatOf(user.id()).isEmpty() ? page.go(PATH) : page.show("account/telegram-unlink.html"));
    }

    /** Unlinks. */
    @POST
    @Path("unlink/")
    @CsrfProtected
    public Response unlink() {
        return forUser(user -> {
            linking.unlink(user.id());
            return page.go(PATH);
        });
    }

    private void withTelegram(User user) {
        page.with(
                        "telegram",
                        linking.telegramOf(user.id()).map(TelegramView::of).orElse(null))
                .with("botLink", linking.botLink().map(URI::toString).orElse(null));
    }

    private Response forUser(java.util.function.Function<User, Response> answer) {
        Optional<User> user = currentUser.user();
        return user.isEmpty() ? page.toSignIn() : answer.apply(user.get());
    }
}
