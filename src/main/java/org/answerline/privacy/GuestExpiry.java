package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.answerline.account.guest.GuestAccounts;
import org.answerline.conversation.message.MessageRows;
import org.answerline.platform.config.GuestSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.database.CleanupTask;

/** Erases guests who were not active for a number of days, and those whose question waited in vain for the confirmation of their address. */
@ApplicationScoped
public class GuestExpiry implements CleanupTask {

    /** What is left is for the next hour. */
    private static final int MOST_BATCHES = 50;

    @Inject
    private GuestAccounts guests;

    @Inject
    private MessageRows messages;

    @Inject
    private PersonalData data;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** A message of either side counts as activity, wherever it was written. */
    @Override
    public void deleteOld() {
        Instant limit = clock.instant().minus(Duration.ofDays(settings.get(GuestSettings.DAYS)));
        List<Long> inactive = guests.inactive(limit);
        for (int batch = 0; batch < MOST_BATCHES && !inactive.isEmpty(); batch++) {
            inactive.forEach(guest -> examine(guest, limit));
            inactive = guests.inactive(limit);
        }
    }

    private void examine(long guest, Instant limit) {
        messages.newestOf(guest)
                .filter(newest -> !newest.isBefore(limit))
                .ifPresentOrElse(newest -> guests.setActive(guest, newest), () -> eraseUnlessActive(guest, limit));
    }

    /** Erases a guest who is still inactive: the list may be minutes old by now. */
    void eraseUnlessActive(long guest, Instant limit) {
        data.expire(guest, () -> isInactive(guest, limit));
    }

    private boolean isInactive(long guest, Instant limit) {
        return guests.isInactive(guest, limit)
                && messages.newestOf(guest)
                        .filter(newest -> !newest.isBefore(limit))
                        .isEmpty();
    }
}
