package org.answerline.site.account.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.answerline.account.ExternalAccounts;
import org.answerline.account.SignIn;
import org.answerline.account.SignInMode;
import org.answerline.account.openid.OpenIdException;
import org.answerline.account.openid.OpenIdSignIn;
import org.answerline.account.user.EmailTakenException;
import org.answerline.account.user.User;
import org.answerline.platform.config.SignInKind;
import org.answerline.site.view.PageModel;
import org.answerline.site.view.ReturnPath;

/** Where readers come back to from the OpenID provider. */
@Controller
@RequestScoped
@Path("callback/")
@Produces("text/html;charset=UTF-8")
public class OpenIdCallbackController {
    @Inject
    PageModel page;

    @Inject
    SignInMode mode;

    @Inject
    OpenIdPages pages;

    @Inject
    OpenIdSignIn openId;

    @Inject
    ExternalAccounts accounts;

    @Inject
    SignIn signIn;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    /** Signs in and goes on, or says why not. */
    @GET
    public Response comeBack(@Context UriInfo address) {
        if (mode.kind() != SignInKind.OIDC) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        Map<String, String> answer = new HashMap<>();
        address.getQueryParameters().forEach((name, values) -> answer.put(name, values.get(0)));
        try {
            return enter(openId.finish(request, response, pages.callback(), answer));
        } catch (OpenIdException fault) {
            return pages.failed(fault, ReturnPath.HOME);
        }
    }

    private Response enter(OpenIdSignIn.Returned returned) {
        try {
            User user = accounts.of(returned.identity());
            signIn.signIn(request, user);
            pages.remember(returned.signOutUrl().map(URI::toString));
            page.rememberLanguage(user);
            return page.go(ReturnPath.own(returned.next()));
        } catch (EmailTakenException taken) {
            return pages.failed(Response.Status.CONFLICT.getStatusCode(), "taken", ReturnPath.own(returned.next()));
        }
    }
}
