package org.answerline.account.session;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import org.answerline.platform.config.SettingsProducer;
import org.answerline.platform.config.SignInKind;
import org.answerline.platform.config.SignInSettings;

/** Removes our authentication mechanism when the server's is used: a server ignores its own if the application contains one. */
public class ContainerSignInExtension implements Extension {

    void leave(@Observes ProcessAnnotatedType<SessionAuthenticationMechanism> ours) {
        if (SettingsProducer.serverSettings().get(SignInSettings.KIND) == SignInKind.CONTAINER) {
            ours.veto();
        }
    }
}
