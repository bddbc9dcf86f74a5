package org.answerline.account.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.AccountSecured;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.mail.MailToken;
import org.answerline.account.mail.MailTokens;
import org.answerline.account.session.SessionsRevoked;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;

/**
 * The accounts of guests. A guest is a user without a sign-in, so that conversation, Telegram, export and erasure are as for everybody else.
 *
 * <p>The address of a guest is only typed until a link that was sent to it is followed. It neither finds nor blocks an account with the same
 * address, and several guests may have it.
 */
@ApplicationScoped
@Transactional
public class GuestAccounts {
    /** How long a question waits for the confirmation of its author's address. */
    public static final Duration CONFIRMABLE = Duration.ofHours(24);

    private static final Duration VISITS_APART = Duration.ofHours(1);

    private static final int BATCH = 100;

    @Inject
    private Users users;

    @Inject
    private GuestRows rows;

    @Inject
    private WorkProofs proofs;

    @Inject
    private MailTokens tokens;

    @Inject
    private Clock clock;

    @Inject
    private Event<SessionsRevoked> ended;

    @Inject
    private Event<AccountSecured> secured;

    /**
     * Makes a guest whose browser has proved its work; the same form makes one guest, however often it is sent.
     *
     * @param form the key of the form, which nobody but its browser knows
     * @return empty if the proof is not valid or was used by another form, and if the form has made a guest whose address is confirmed by now:
     *     the key of a form opens a new conversation, never one that belongs to the owner of an address
     */
    public Optional<User> open(GuestDetails typed, String form, String language, WorkProof proof) {
        String hash = lockedHash("proved", form, typed);
        Optional<User> known = rows.ofForm(hash).flatMap(users::find);
        if (known.isPresent()) {
            return known.filter(guest -> !guest.isConfirmed());
        }
        return proofs.use(proof) ? Optional.of(add(typed, hash, language, false)) : Optional.empty();
    }

    /** Makes a guest whose question waits until the address is confirmed; once for each form and address. */
    public User openPending(GuestDetails typed, String form, String language) {
        String hash = lockedHash("pending", form, typed);
        Optional<User> known = rows.ofForm(hash).flatMap(users::find).map(users::locked);
        known.ifPresent(guest -> rows.setActive(guest.id(), clock.instant()));
        return known.orElseGet(() -> add(typed, hash, language, true));
    }

    /** The guest of a link in an e-mail. */
    public Optional<User> ofLink(String token) {
        return tokens.find(token, MailPurpose.GUEST).map(MailTokens.Proof::user).filter(User::isGuest);
    }

    /** The same, locked until the caller's transaction ends. It is locked before any other row of a guest, so that no deadlock occurs. */
    public Optional<User> lockedOfLink(String token) {
        return ofLink(token).map(users::locked);
    }

    /**
     * Confirms the address of the guest who has followed a link. The link stays valid.
     *
     * @param reader the user of this browser. The first time that the link is followed in another browser than the guest's, everything ends
     *     that was begun before: the address may belong to somebody else.
     * @return empty if the link is not valid
     */
    public Optional<User> confirm(String token, OptionalLong reader) {
        Optional<User> guest = lockedOfLink(token);
        guest.ifPresent(user -> {
            rows.settle(user.id());
            rows.setActive(user.id(), clock.instant());
            boolean isFirst = !user.isConfirmed();
            user.confirmEmail(clock.instant());
            if (isFirst && (reader.isEmpty() || reader.getAsLong() != user.id())) {
                end(user);
            }
        });
        return guest;
    }

    /** Whether a guest's question waits for the confirmation of the address. */
    public boolean isPending(long userId) {
        return rows.isPending(userId);
    }

    /** Stores a visit of a guest, at most one an hour; does nothing for other users. */
    public void storeVisit(long userId) {
        rows.storeVisit(userId, clock.instant(), clock.instant().minus(VISITS_APART));
    }

    /** Notes that a guest was active; an earlier time than is known changes nothing. */
    public void setActive(long userId, Instant time) {
        rows.setActive(userId, time);
    }

    /** Some guests whose last known activity was before this time, or whose question has waited too long. */
    public List<Long> inactive(Instant before) {
        return rows.inactive(before, clock.instant().minus(CONFIRMABLE), BATCH);
    }

    /** Whether a guest is still among {@link #inactive}; a visit at this moment waits for the transaction. */
    public boolean isInactive(long userId, Instant before) {
        return rows.isInactive(userId, before, clock.instant().minus(CONFIRMABLE));
    }

    private User add(GuestDetails typed, String hash, String language, boolean pending) {
        User user = users.addGuest(typed.email(), typed.fullName(), language, clock.instant());
        rows.add(user.id(), hash, pending, clock.instant());
        return user;
    }

    private void end(User user) {
        rows.deleteKeys(user.id());
        rows.forgetForm(user.id(), MailToken.fresh().hash());
        user.endSignIns();
        ended.fire(new SessionsRevoked(user.id()));
        secured.fire(new AccountSecured(user.id(), Instant.MAX));
    }

    private String lockedHash(String way, String form, GuestDetails typed) {
        String hash = new MailToken(String.join(" ", way, form, typed.email().toLowerCase(Locale.ROOT))).hash();
        rows.lock(hash);
        return hash;
    }
}
