package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.answerline.account.user.User;
import org.answerline.account.user.UserRows;
import org.answerline.platform.config.GuestSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.erasure.ConversationMover;
import org.answerline.platform.text.EmailSyntax;

/** Takes the conversations of a guest along into an account with the same address, if both addresses are confirmed. */
@ApplicationScoped
@Transactional
public class GuestTransfer {

    private final UserRows users;
    private final Iterable<? extends ConversationMover> movers;
    private final Settings settings;
    private final Clock clock;

    /** For the CDI proxy. */
    protected GuestTransfer() {
        this(null, (Iterable<ConversationMover>) null, null, null);
    }

    @Inject
    GuestTransfer(UserRows users, Instance<ConversationMover> movers, Settings settings, Clock clock) {
        this(users, (Iterable<ConversationMover>) movers, settings, clock);
    }

    /**
     * With these.
     *
     * @param movers of all packages that keep rows about conversations
     */
    GuestTransfer(UserRows users, Iterable<? extends ConversationMover> movers, Settings settings, Clock clock) {
        this.users = users;
        this.movers = movers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is something that this user can take along. */
    public boolean isPossible(User user) {
        return GuestSettings.areOn(settings) && !guestsOf(user).isEmpty();
    }

    /** Takes along all that there is, nothing while SUPPORT_GUESTS is off; the guests are gone afterwards. Two requests at once wait for each other. */
    public void takeAlong(long userId) {
        if (GuestSettings.areOn(settings)) {
            users.lockedConfirmedAddress(userId)
                    .filter(EmailSyntax::isAddress)
                    .ifPresent(email ->
                            users.confirmedGuests(email, clock.instant()).forEach(guest -> move(guest, userId)));
        }
    }

    private List<Long> guestsOf(User user) {
        // Earlier versions took addresses whose e-mails went to another mailbox: their confirmation proves nothing.
        return user.isGuest() || !user.isConfirmed() || !EmailSyntax.isAddress(user.email())
                ? List.of()
                : users.confirmedGuests(user.email(), clock.instant());
    }

    private void move(long guest, long userId) {
        if (users.lockedEmail(guest).isPresent()) {
            movers.forEach(mover -> mover.prepareMove(guest, userId));
            movers.forEach(mover -> mover.moveConversation(guest, userId));
            users.delete(guest);
        }
    }
}
