package org.answerline.site.account.signin;

import static org.answerline.site.view.PageModel.VIEWS;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.answerline.account.openid.OpenIdException;
import org.answerline.account.openid.OpenIdException.Reason;
import org.answerline.account.openid.OpenIdSignIn;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.observability.Log;
import org.answerline.platform.web.CallerAddress;
import org.answerline.site.view.PageModel;

/** The way to the OpenID provider, and what is said when it does not lead to an account. */
@RequestScoped
class OpenIdPages {
    private static final Logger LOG = Log.of(OpenIdPages.class);
    private static final String CALLBACK = "/account/callback/";
    private static final String SIGN_OUT_URL = "org.answerline.site.way_out";

    @Inject
    PageModel page;

    @Inject
    OpenIdSignIn openId;

    @Inject
    HttpServletRequest request;

    @Inject
    CallerAddress caller;

    @Inject
    Settings settings;

    /**
     * Goes on to the provider by itself; as a page, because a form may have led here, and browsers apply form-action to all redirects that
     * follow a form, also to those from the provider to another one.
     */
    Response toProvider(String next, HttpServletResponse response) {
        try {
            String provider = openId.begin(request, response, callback(), next).toString();
            return goOn(page.show(VIEWS.accountOpenidStart(page.context(), provider)), provider);
        } catch (OpenIdException fault) {
            return failed(fault, next);
        }
    }

    /** Where the provider sends the user back to; registered there in exactly this form. */
    URI callback() {
        return settings.configured(SiteSettings.PUBLIC_URL)
                .map(site -> URI.create(site + CALLBACK))
                .orElseGet(() -> caller.url(request).resolve(CALLBACK));
    }

    Response failed(OpenIdException fault, String next) {
        boolean isProviders = Set.of(Reason.UNAVAILABLE, Reason.UNPROVED).contains(fault.reason());
        LOG.log(
                isProviders ? Level.WARNING : Level.INFO,
                () -> "A sign-in through the OpenID provider failed: " + fault.getMessage());
        return failed(
                fault.reason() == Reason.UNAVAILABLE ? 503 : 403, fault.reason().key(), next);
    }

    Response failed(int status, String kind, String next) {
        return page.show(status, VIEWS.accountOpenidFailed(page.context(), "account.openid." + kind, next));
    }

    /** Keeps the provider's sign-out URI for {@link #signedOut()}, in the session that is open now. */
    void remember(Optional<String> signOutUrl) {
        signOutUrl.ifPresent(address -> request.getSession(true).setAttribute(SIGN_OUT_URL, address));
    }

    Optional<String> signOutUrl() {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session).map(open -> (String) open.getAttribute(SIGN_OUT_URL));
    }

    /**
     * Goes on to the provider's own sign-out by itself, where there is one; as a page, because a form may only lead to this site. Only
     * once, because the provider leads back to this page, and so that it can be reloaded. It does not lead to the sign-in page, because
     * a provider would sign the reader in again without asking.
     */
    Response signedOut() {
        Optional<String> signOutUrl = signOutUrl();
        signOutUrl.ifPresent(address -> request.getSession(false).removeAttribute(SIGN_OUT_URL));
        Response shown = page.show(VIEWS.accountSignedOut(page.context(), signOutUrl.orElse(null), true));
        return signOutUrl.isEmpty() ? shown : goOn(shown, signOutUrl.get());
    }

    private static Response goOn(Response shown, String address) {
        return Response.fromResponse(shown)
                .header("Refresh", "0; url=" + address)
                .build();
    }
}
