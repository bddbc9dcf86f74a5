package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SignInSettings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.web.HeaderText;

/** The user that the server's own realm names, or a trusted proxy in a header. */
@ApplicationScoped
class ContainerPrincipal {
    @Inject
    Settings settings;

    /** The user; empty when the request did not come through the proxy or the realm has no principal. */
    Optional<ExternalUser> of(HttpServletRequest request) {
        return settings.configured(SignInSettings.USER_HEADER)
                .map(header -> told(request, header))
                .orElseGet(() -> principal(request))
                .filter(ExternalUser::isKnown);
    }

    private Optional<ExternalUser> told(HttpServletRequest request, String header) {
        String email = request.getHeader(header);
        if (email == null || !isFromTrustedProxy(request)) {
            return Optional.empty();
        }
        String name = settings.configured(SignInSettings.NAME_HEADER)
                .map(request::getHeader)
                .orElse("");
        return Optional.of(ExternalUser.told(HeaderText.decode(email), HeaderText.decode(name)));
    }

    /** The default, a proxy on this machine, does not count: it has to be named. */
    private boolean isFromTrustedProxy(HttpServletRequest request) {
        return settings.configured(SiteSettings.TRUSTED_PROXIES)
                .map(proxies -> proxies.include(request.getRemoteAddr()))
                .orElse(false);
    }

    private static Optional<ExternalUser> principal(HttpServletRequest request) {
        return Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .map(name -> ExternalUser.told(name, ""));
    }
}
