package org.answerline.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.answerline.account.mail.MailPurpose;
import org.answerline.account.mail.MailToken;
import org.answerline.account.mail.MailTokenStore;
import org.answerline.account.password.Passwords;
import org.answerline.account.user.EmailTakenException;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever proves an address gets an account with a password that only they know. */
@UsesSharedDatabase
class ConfirmationTest {
    private static final String STRANGERS = "the stranger's password";
    private static final String FRESH = "the owner's password";

    private final MovableClock clock = new MovableClock();
    private final Beans beans = new Beans().with(Clock.class, clock).with(Passwords.class, new PlainPasswords());
    private final PasswordService service = beans.get(PasswordService.class);
    private final String email = UUID.randomUUID() + "@example.org";
    private final long id = beans.returned(this::signUp);
    private final String token = token(MailPurpose.CONFIRM);

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void theLinkThatConfirmsAnAddressLetsItsOwnerChooseThePassword() {
        int generation = user().signInGeneration();
        assertTrue(reset(token).isPresent());
        assertEquals(Optional.of(FRESH), user().passwordHash());
        assertTrue(user().isConfirmed());
        assertTrue(user().signInGeneration() > generation, "the stranger's sign-ins end");
        assertEquals(Optional.empty(), reset(token), "it works once");
    }

    @Test
    void ofAConfirmedAddressItIsNoKeyToTheAccountAnyMore() {
        beans.inTransaction(() -> beans.get(Users.class).find(id).orElseThrow().confirmEmail(clock.instant()));
        assertEquals(Optional.empty(), reset(token));
        assertEquals(Optional.of(STRANGERS), user().passwordHash());
    }

    @Test
    void theLinkForAForgottenPasswordWorksAsBefore() {
        assertTrue(reset(token(MailPurpose.RESET)).isPresent());
        assertEquals(Optional.of(FRESH), user().passwordHash());
        assertEquals(Optional.empty(), reset(token), "the other links have ended");
    }

    private Optional<User> reset(String link) {
        return beans.returned(() -> service.reset(link, FRESH));
    }

    private User user() {
        return beans.returned(() -> beans.get(Users.class).find(id).orElseThrow());
    }

    private String token(MailPurpose purpose) {
        var fresh = MailToken.fresh();
        beans.inTransaction(() -> beans.get(MailTokenStore.class).add(fresh, purpose, id, email));
        return fresh.value();
    }

    private long signUp() {
        try {
            return service.signUp(new SignUp(email, "Eve", STRANGERS), "en").id();
        } catch (EmailTakenException taken) {
            throw new IllegalStateException(taken);
        }
    }

    private static final class PlainPasswords extends Passwords {
        @Override
        public String hash(String password) {
            return password;
        }

        @Override
        public boolean matches(String password, Optional<String> hash) {
            return hash.filter(password::equals).isPresent();
        }
    }
}
