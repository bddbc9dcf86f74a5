package org.answerline.site.account.signin;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.answerline.account.SignIn;
import org.answerline.account.VouchedAccounts;
import org.answerline.account.identity.IdentityClaims;
import org.answerline.account.identity.IdentityTokens;
import org.answerline.account.identity.TokenCheck;
import org.answerline.account.user.User;
import org.answerline.site.api.widget.CsrfFilter;
import org.answerline.site.api.widget.WidgetOrigins;
import org.answerline.site.view.PageModel;

/**
 * Signs in the user for whom a site has signed a token, and goes on to the support page.
 *
 * <p>The form stands on a page of the site, so it has no CSRF token of ours. Instead the page has to be of an origin that the owner lists:
 * otherwise a page of anyone could sign its reader in as another user of the site and read what the reader writes.
 */
@Controller
@RequestScoped
@Path("enter/")
@Produces("text/html;charset=UTF-8")
public class EnterController {
    @Inject
    PageModel page;

    @Inject
    IdentityTokens tokens;

    @Inject
    WidgetOrigins origins;

    @Inject
    VouchedAccounts accounts;

    @Inject
    SignIn signIn;

    @Context
    HttpServletRequest request;

    /** Accepts each token once. */
    @POST
    public Response enter(@FormParam("token") @DefaultValue("") String token) {
        if (!tokens.areAccepted()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        if (!CsrfFilter.isOurs(request) && !origins.allow(request.getHeader("Origin"))) {
            return refuse(403, "The form stands on a page whose origin SUPPORT_WIDGET_ORIGINS does not list");
        }
        TokenCheck check = tokens.check(token.strip());
        if (check instanceof TokenCheck.Accepted accepted) {
            return enter(accepted.claims());
        }
        return check instanceof TokenCheck.Refused refused
                ? refuse(401, refused.reason())
                : refuse(503, "The keys of the site cannot be read at the moment");
    }

    private Response enter(IdentityClaims claims) {
        if (claims.tokenId().isEmpty()) {
            return refuse(401, "jti is missing: a token opens a session once, so it needs an id of its own");
        }
        Optional<User> user = accounts.enter(claims);
        if (user.isEmpty()) {
            return refuse(401, "The token was used before");
        }
        signIn.signIn(request, user.get());
        return page.go("/support/");
    }

    private Response refuse(int status, String reason) {
        return page.show(status, VIEWS.accountEnterRefused(page.context(), reason));
    }
}
