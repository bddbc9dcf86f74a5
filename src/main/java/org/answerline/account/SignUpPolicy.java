package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SignInKind;
import org.answerline.platform.config.SignInSettings;

/** Whether people may open accounts themselves; anything but "open" keeps the door shut. */
@ApplicationScoped
public class SignUpPolicy {
    @Inject
    Settings settings;

    @Inject
    SignInMode door;

    /** True when the form for a new account is offered and taken. */
    public boolean isOpen() {
        return settings.get(SignInSettings.SIGN_UP).equals("open") && door.kind() == SignInKind.LOCAL;
    }
}
