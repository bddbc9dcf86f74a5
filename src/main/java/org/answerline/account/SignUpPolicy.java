package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SignInKind;
import org.answerline.platform.config.SignInSettings;

/** Whether users may create accounts themselves; only the setting "open" allows it. */
@ApplicationScoped
public class SignUpPolicy {
    @Inject
    Settings settings;

    @Inject
    SignInMode signInMode;

    /** Whether the form for a new account is offered and accepted. */
    public boolean isOpen() {
        return settings.get(SignInSettings.SIGN_UP).equals("open") && signInMode.kind() == SignInKind.LOCAL;
    }
}
