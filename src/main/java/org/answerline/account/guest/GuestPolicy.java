package org.answerline.account.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.platform.config.GuestSettings;
import org.answerline.platform.config.Settings;

/** Whether visitors may ask without an account. */
@ApplicationScoped
public class GuestPolicy {
    @Inject
    private Settings settings;

    /** Whether the form takes questions of guests. Guests who have asked before keep their conversation in any case. */
    public boolean isOpen() {
        return GuestSettings.areOn(settings);
    }
}
