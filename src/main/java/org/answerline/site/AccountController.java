package org.answerline.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.answerline.account.CurrentUser;
import org.answerline.account.Letters;
import org.answerline.account.SignInDoor;
import org.answerline.account.SignInKind;
import org.answerline.account.User;

/** The reader's own account: what is known of it, and what can be done with it. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html;charset=UTF-8")
public class AccountController {
    @Inject
    Page page;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignInDoor door;

    @Inject
    Letters letters;

    /** What is known of the account. */
    @GET
    public Response show() {
        return currentUser.user().map(this::show).orElseGet(page::toSignIn);
    }

    private Response show(User user) {
        boolean isOurs = door.kind() == SignInKind.LOCAL && user.hasPassword();
        return page.with("user", user)
                .with("hasPassword", isOurs)
                .with("unconfirmed", isOurs && letters.arePossible() && !user.isConfirmed())
                .show("account/account.html");
    }
}
