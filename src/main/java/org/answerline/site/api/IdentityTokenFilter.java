package org.answerline.site.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.answerline.account.identity.IdentityTokens;
import org.answerline.account.identity.RequestToken;
import org.answerline.account.identity.TokenCheck;
import org.answerline.platform.database.DatabaseUnavailable;
import org.answerline.site.api.problem.ApiProblem;

/** Verifies the token of a request to the API before a resource sees the request. */
public class IdentityTokenFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient IdentityTokens tokens;

    /** A request with a token that is not valid is refused, even if it has a session as well. */
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> token = tokens.areAccepted() ? RequestToken.sent(request) : Optional.empty();
        if (token.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        TokenCheck check = tokens.check(token.get());
        if (check instanceof TokenCheck.Accepted accepted) {
            RequestToken.accept(request, accepted.claims());
            chain.doFilter(request, response);
        } else if (check instanceof TokenCheck.Refused refused) {
            // https://www.rfc-editor.org/rfc/rfc6750#section-3.1
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            refuse(response, new ApiProblem(401, refused.reason()));
        } else {
            response.setHeader("Retry-After", Integer.toString(DatabaseUnavailable.COME_AGAIN_SECONDS));
            refuse(response, new ApiProblem(503, "The keys of the site cannot be read at the moment"));
        }
    }

    private static void refuse(HttpServletResponse response, ApiProblem problem) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        problem.write(response);
    }
}
