package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.answerline.platform.web.HeaderText;
import org.answerline.platform.web.TrustedProxies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whom the server's own realm names as the caller, or a trusted proxy in a header. */
@ApplicationScoped
class ContainerPrincipal {
    @Inject
    @ConfigProperty(name = "SUPPORT_PROXY_USER_HEADER")
    Optional<String> userHeader;

    @Inject
    @ConfigProperty(name = "SUPPORT_PROXY_NAME_HEADER")
    Optional<String> nameHeader;

    @Inject
    @ConfigProperty(name = "SUPPORT_TRUSTED_PROXIES", defaultValue = ",")
    String proxies;

    /** The caller, nobody when the request did not come through the proxy or the realm knows none. */
    Optional<ExternalUser> of(HttpServletRequest request) {
        return userHeader
                .map(header -> told(request, header))
                .orElseGet(() -> principal(request))
                .filter(ExternalUser::isKnown);
    }

    private Optional<ExternalUser> told(HttpServletRequest request, String header) {
        String email = request.getHeader(header.strip());
        if (email == null || !TrustedProxies.of(proxies).include(request.getRemoteAddr())) {
            return Optional.empty();
        }
        String name = nameHeader.map(String::strip).map(request::getHeader).orElse("");
        return Optional.of(ExternalUser.told(HeaderText.decode(email), HeaderText.decode(name)));
    }

    private static Optional<ExternalUser> principal(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(name -> ExternalUser.told(name, ""));
    }
}
