package org.answerline.account.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.answerline.account.AccountSecured;
import org.answerline.account.mail.MailToken;
import org.answerline.account.session.SessionsRevoked;
import org.answerline.account.user.User;
import org.answerline.account.user.Users;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How guests are made, what opens their conversation, and what a confirmed address ends. */
@UsesSharedDatabase
class GuestAccountsTest {
    private static final GuestDetails ANN = GuestDetails.typed(" ann@example.org ", "Ann");

    private final MovableClock clock = new MovableClock();
    private final Beans beans = new Beans()
            .with(Clock.class, clock)
            .setting("TELEGRAM_SUPPORT_BOT_TOKEN", "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private final GuestAccounts guests = beans.get(GuestAccounts.class);
    private final GuestKeys keys = beans.get(GuestKeys.class);

    @BeforeEach
    void clean() {
        SharedDatabase.clean();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void aGuestIsAUserWithoutASignInAndWithAnAddressThatIsNotConfirmed() {
        var guest = open(form());
        assertTrue(guest.isGuest());
        assertFalse(guest.isConfirmed());
        assertFalse(guest.hasPassword());
        assertFalse(guest.isVouched());
        assertEquals("ann@example.org", guest.email());
        assertEquals("ru", guest.language());
    }

    @Test
    void theSameFormSentTwiceMakesOneGuest() {
        var form = form();
        var proof = proof();
        var first = open(form, ANN, proof).orElseThrow();
        assertEquals(first.id(), open(form, ANN, proof).orElseThrow().id());
        assertNotEquals(first.id(), open(form()).id());
        assertEquals(2, SharedDatabase.sql("select 1 from users").size());
    }

    @Test
    void anotherFormNeedsAnotherProof() {
        var proof = proof();
        open(form(), ANN, proof).orElseThrow();
        assertEquals(Optional.empty(), open(form(), ANN, proof));
        assertEquals(1, SharedDatabase.sql("select 1 from users").size());
    }

    @Test
    void anAccountWithTheSameAddressIsNeitherFoundNorChanged() {
        long account = account("ann@example.org");
        var guest = open(form());
        assertNotEquals(account, guest.id());
        var found = beans.returned(() -> beans.get(Users.class).withEmail("ANN@example.org"));
        assertEquals(account, found.orElseThrow().id());
        assertEquals("the hash", found.orElseThrow().passwordHash().orElseThrow());
    }

    @Test
    void norDoesAGuestKeepTheAddressFromAnAccount() {
        open(form());
        assertEquals(
                Optional.empty(), beans.returned(() -> beans.get(Users.class).withEmail("ann@example.org")));
        assertTrue(account("ann@example.org") > 0);
    }

    @Test
    void aKeyOpensOneConversationAndIsNotInTheDatabase() {
        var ann = open(form());
        var eve = open(form());
        var key = addKey(ann);
        assertEquals(ann.id(), find(key).orElseThrow().id());
        addKey(eve);
        assertEquals(ann.id(), find(key).orElseThrow().id());
        assertEquals(Optional.empty(), find(MailToken.fresh()));
        assertEquals(
                0,
                SharedDatabase.sql("select 1 from guest_keys where key_hash = ?", key.value())
                        .size());
        beans.inTransaction(() -> keys.end(key.value()));
        assertEquals(Optional.empty(), find(key));
    }

    @Test
    void aLinkConfirmsTheAddressItWasSentToAndStaysValid() {
        var guest = open(form());
        var link = link(guest);
        for (int time = 0; time < 2; time++) {
            var confirmed = confirm(link, OptionalLong.of(guest.id())).orElseThrow();
            assertEquals(guest.id(), confirmed.id());
            assertTrue(confirmed.isConfirmed());
        }
        clock.pass(Duration.ofDays(400));
        assertEquals(Optional.empty(), confirm(link, OptionalLong.empty()));
        assertEquals(Optional.empty(), confirm(MailToken.fresh().value(), OptionalLong.empty()));
    }

    @Test
    void confirmingInTheGuestsBrowserEndsNothing() {
        var guest = open(form());
        var key = addKey(guest);
        confirm(link(guest), OptionalLong.of(guest.id()));
        assertTrue(find(key).isPresent());
        assertEquals(List.of(), beans.events(AccountSecured.class));
    }

    @Test
    void confirmingElsewhereEndsWhatAStrangerMayHaveBegun() {
        var guest = open(form());
        var key = addKey(guest);
        var link = link(guest);
        confirm(link, OptionalLong.empty());
        assertEquals(Optional.empty(), find(key));
        assertEquals(new SessionsRevoked(guest.id()), beans.event(SessionsRevoked.class));
        assertEquals(guest.id(), beans.event(AccountSecured.class).userId());
        var later = addKey(guest);
        confirm(link, OptionalLong.empty());
        assertTrue(find(later).isPresent(), "only the first confirmation says whose the address is");
    }

    @Test
    void theFormDoesNotFindAGuestWhoseAddressAnotherReaderHasConfirmed() {
        var form = form();
        var guest = open(form);
        confirm(link(guest), OptionalLong.empty());
        var again = open(form, ANN, proof());
        assertNotEquals(Optional.of(guest.id()), again.map(User::id));
    }

    @Test
    void theFormDoesNotFindAGuestWhoHasConfirmedTheAddressInTheSameBrowser() {
        var form = form();
        var guest = open(form);
        confirm(link(guest), OptionalLong.of(guest.id()));
        assertEquals(Optional.empty(), open(form, ANN, proof()));
        assertEquals(1, SharedDatabase.sql("select 1 from users").size());
    }

    @Test
    void theFormOfAWaitingQuestionDoesNotFindTheGuestWhoHasConfirmedIt() {
        var form = form();
        var guest = beans.returned(() -> guests.openPending(ANN, form, "en"));
        confirm(link(guest), OptionalLong.empty());
        var again = beans.returned(() -> guests.openPending(ANN, form, "en"));
        assertNotEquals(guest.id(), again.id());
        assertFalse(again.isConfirmed());
    }

    @Test
    void theFormDoesNotFindAGuestWhoHasSignedOut() {
        var form = form();
        var guest = open(form);
        var key = addKey(guest);
        var kept = addKey(guest);
        beans.inTransaction(() -> keys.signOut(key.value()));
        assertEquals(Optional.empty(), find(key));
        assertTrue(find(kept).isPresent());
        assertNotEquals(guest.id(), open(form).id());
        beans.inTransaction(() -> keys.signOut(MailToken.fresh().value()));
    }

    @Test
    void whoWasNotActiveIsFoundAndAWaitingQuestionIsAfterADay() {
        var active = open(form());
        var idle = open(form());
        var pending = beans.returned(() -> guests.openPending(ANN, form(), "en"));
        var settled = beans.returned(() -> guests.openPending(ANN, form(), "en"));
        confirm(link(settled), OptionalLong.empty());
        clock.pass(GuestAccounts.CONFIRMABLE.plusSeconds(1));
        assertEquals(List.of(pending.id()), inactive(Duration.ofDays(30)));
        clock.pass(Duration.ofDays(28));
        beans.inTransaction(() -> guests.setActive(active.id(), clock.instant()));
        beans.inTransaction(() -> guests.setActive(active.id(), clock.instant().minus(Duration.ofDays(9))));
        clock.pass(Duration.ofDays(2));
        assertEquals(
                List.of(idle.id(), pending.id(), settled.id()),
                inactive(Duration.ofDays(30)).stream().sorted().toList());
    }

    @Test
    void aQuestionThatWaitsMakesOneGuestForEachAddress() {
        var form = form();
        var first = beans.returned(() -> guests.openPending(ANN, form, "en"));
        assertEquals(
                first.id(),
                beans.returned(() -> guests.openPending(ANN, form, "en")).id());
        var bob = GuestDetails.typed("bob@example.org", "Ann");
        assertNotEquals(
                first.id(),
                beans.returned(() -> guests.openPending(bob, form, "en")).id());
        assertTrue(ANN.toString().toLowerCase(Locale.ROOT).indexOf("ann") < 0, "the text may stand in a log");
    }

    @Test
    void askingAgainKeepsAWaitingGuestAsLongAsTheNewQuestion() {
        var form = form();
        var guest = beans.returned(() -> guests.openPending(ANN, form, "en"));
        assertTrue(beans.returned(() -> guests.isPending(guest.id())));
        clock.pass(Duration.ofHours(20));
        beans.returned(() -> guests.openPending(ANN, form, "en"));
        clock.pass(Duration.ofHours(20));
        assertEquals(List.of(), inactive(Duration.ofDays(30)));
        clock.pass(Duration.ofHours(5));
        assertEquals(List.of(guest.id()), inactive(Duration.ofDays(30)));
        confirm(link(guest), OptionalLong.empty());
        assertFalse(beans.returned(() -> guests.isPending(guest.id())));
    }

    @Test
    void visitsInASessionAreStoredOnceAnHour() {
        var guest = open(form());
        var first = activeAt();
        clock.pass(Duration.ofMinutes(59));
        beans.inTransaction(() -> guests.storeVisit(guest.id()));
        assertEquals(first, activeAt());
        clock.pass(Duration.ofMinutes(2));
        beans.inTransaction(() -> guests.storeVisit(guest.id()));
        assertNotEquals(first, activeAt());
    }

    private static Object activeAt() {
        return SharedDatabase.sql("select active_at from guest_accounts").get(0).get("active_at");
    }

    private List<Long> inactive(Duration since) {
        return beans.returned(() -> guests.inactive(clock.instant().minus(since)));
    }

    private User open(String form) {
        return open(form, ANN, proof()).orElseThrow();
    }

    private Optional<User> open(String form, GuestDetails details, WorkProof proof) {
        return beans.returned(() -> guests.open(details, form, "ru", proof));
    }

    private Optional<User> confirm(String link, OptionalLong reader) {
        return beans.returned(() -> guests.confirm(link, reader));
    }

    private String link(User guest) {
        var path = beans.returned(() -> keys.addLink(guest.id(), guest.email()));
        assertTrue(path.matches("/account/guest/[\\w-]{32}/"), path);
        return path.split("/")[3];
    }

    private MailToken addKey(User guest) {
        return beans.returned(() -> keys.add(guest.id()));
    }

    private Optional<User> find(MailToken key) {
        return beans.returned(() -> keys.find(key.value()));
    }

    private WorkProof proof() {
        var challenge = beans.get(WorkProofs.class).challenge();
        return new WorkProof(challenge, WorkSolver.solve(challenge));
    }

    private static String form() {
        return UUID.randomUUID().toString();
    }

    private static long account(String email) {
        return (Long) SharedDatabase.sql(
                        "insert into users (email, full_name, password_hash, created_at) values (?, 'Ann', 'the hash', now())"
                                + " returning id",
                        email)
                .get(0)
                .get("id");
    }
}
