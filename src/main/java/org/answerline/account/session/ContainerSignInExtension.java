package org.answerline.account.session;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.answerline.platform.config.SettingsProducer;
import org.answerline.platform.config.SignInKind;
import org.answerline.platform.config.SignInSettings;

/** Takes our own sign-in out of the application when the server's is to be used: with one of ours in it, a server asks no other. */
public class ContainerSignInExtension implements Extension {

    void leave(@Observes ProcessAnnotatedType<SessionAuthenticationMechanism> ours) {
        if (SettingsProducer.serverSettings().get(SignInSettings.KIND) == SignInKind.CONTAINER) {
            ours.veto();
        }
    }
}
