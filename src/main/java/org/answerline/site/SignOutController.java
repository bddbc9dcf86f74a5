package org.answerline.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.security.CsrfProtected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.answerline.account.CurrentUser;
import org.answerline.account.SignIn;

/** The page that lets go of whoever is signed in; only a press of its button does, never a link. */
@Controller
@RequestScoped
@Path("sign-out/")
@Produces("text/html;charset=UTF-8")
public class SignOutController {
    private static final String SIGN_IN = "/account/sign-in/";

    @Inject
    Page page;

    @Inject
    CurrentUser currentUser;

    @Inject
    SignIn signIn;

    @Context
    HttpServletRequest request;

    /** The button. */
    @GET
    public Response ask() {
        return currentUser.id().isPresent() ? page.show("account/sign-out.html") : page.go(SIGN_IN);
    }

    /** Signs out. */
    @POST
    @CsrfProtected
    public Response submit() {
        signIn.out(request);
        return page.go(SIGN_IN);
    }
}
