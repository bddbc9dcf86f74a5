package org.answerline.site.account.signin;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignIn;
import org.answerline.account.SignInMode;
import org.answerline.platform.config.SignInKind;
import org.answerline.site.form.VisitorDraft;
import org.answerline.site.guard.GuestCookie;
import org.answerline.site.view.PageModel;

/** The page that signs out; only its button does, never a link. */
@Controller
@RequestScoped
@Path("sign-out/")
@Produces("text/html;charset=UTF-8")
public class SignOutController {
    @Inject
    PageModel page;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignIn signIn;

    @Inject
    SignInMode mode;

    @Inject
    OpenIdPages openId;

    @Inject
    VisitorDraft visitor;

    @Inject
    GuestCookie guestCookie;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** The button. */
    @GET
    public Response ask() {
        if (mode.kind() == SignInKind.CONTAINER && (currentUser.isSignedInOutside() || !currentUser.isSignedIn())) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        return currentUser.isSignedIn()
                ? page.show(VIEWS.accountSignOut(page.context(), guestCookie.isThere(request)))
                : openId.signedOut(Optional.empty());
    }

    /** Signs out. */
    @POST
    @CsrfProtected
    public Response submit() {
        Optional<String> wayOut = openId.wayOut();
        signIn.signOut(request);
        visitor.forget(request, response);
        guestCookie.forget(request, response);
        return signedOut(wayOut);
    }

    // Straight on to the sign-in a provider would let the reader in again, unasked. A session that a site's token has
    // opened beside the
    // server's sign-in has no sign-in page to go to.
    private Response signedOut(Optional<String> wayOut) {
        return switch (mode.kind()) {
            case OIDC -> openId.signedOut(wayOut);
            case CONTAINER -> page.show(VIEWS.accountSignedOut(page.context(), null, false));
            default -> page.go(SignInMode.SIGN_OUT);
        };
    }
}
