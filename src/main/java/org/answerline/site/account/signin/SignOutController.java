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

    /** The button; for a visitor who is not signed in (any more), the page that says so. */
    @GET
    public Response ask() {
        if (mode.kind() == SignInKind.CONTAINER && (currentUser.isSignedInOutside() || !currentUser.isSignedIn())) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        return currentUser.isSignedIn()
                ? page.show(VIEWS.accountSignOut(page.context(), guestCookie.isThere(request)))
                : openId.signedOut();
    }

    /** Says that nobody is signed in any more where this site has no page to sign in; without a form, so that it can be reloaded. */
    @GET
    @Path("done/")
    public Response done() {
        boolean isSignedInHere = currentUser.isSignedIn() && !currentUser.isSignedInOutside();
        return mode.isOpenHere() || isSignedInHere
                ? page.go(SignInMode.SIGN_OUT)
                : page.show(VIEWS.accountSignedOut(page.context(), null, false));
    }

    /** Signs out, and redirects to the page that says so. */
    @POST
    @CsrfProtected
    public Response submit() {
        Optional<String> signOutUrl = openId.signOutUrl();
        signIn.signOut(request);
        visitor.forget(request, response);
        guestCookie.forget(request, response);
        openId.remember(signOutUrl);
        // A session that a site's token has opened beside the server's sign-in has no sign-in page to go to.
        return page.go(mode.isOpenHere() ? SignInMode.SIGN_OUT : SignInMode.SIGN_OUT + "done/");
    }
}
