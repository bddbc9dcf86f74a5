package org.answerline.account.session;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.eclipse.microprofile.config.ConfigProvider;

/** Takes our own sign-in out of the application when the server's is to be used: with one of ours in it, a server asks no other. */
public class ContainerSignInExtension implements Extension {

    void leave(@Observes ProcessAnnotatedType<SessionAuthenticationMechanism> ours) {
        String kind = ConfigProvider.getConfig()
                .getOptionalValue("SUPPORT_SIGN_IN", String.class)
                .orElse("");
        if (kind.strip().equals("container")) {
            ours.veto();
        }
    }
}
