package org.answerline.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether people may open accounts themselves; anything but "open" keeps the door shut. */
@ApplicationScoped
public class SignUpPolicy {
    @Inject
    @ConfigProperty(name = "SUPPORT_SIGN_UP", defaultValue = "open")
    String setting;

    @Inject
    SignInMode door;

    /** True when the form for a new account is offered and taken. */
    public boolean isOpen() {
        return setting.strip().equals("open") && door.kind() == SignInKind.LOCAL;
    }
}
