package org.answerline.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.answerline.account.guest.GuestAccounts;
import org.answerline.account.guest.GuestDetails;
import org.answerline.conversation.ConversationFixture;
import org.answerline.delivery.DeliveryRows;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When guests are erased. */
@UsesSharedDatabase
class GuestExpiryTest {
    private final ConversationFixture desk =
            new ConversationFixture("SUPPORT_GUESTS", "on", "SUPPORT_GUEST_DAYS", "10");
    private final GuestAccounts guests = desk.beans.get(GuestAccounts.class);
    private final GuestExpiry expiry = expiry();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aGuestWhoIsNotActiveIsErasedWithTheConversationAndNobodyElseIs() {
        long anna = desk.user("Anna");
        desk.ask(anna, "Of an account");
        long guest = guest();
        SharedDatabase.sql("update guest_accounts set pending = false");
        desk.ask(guest, "Of a guest");
        desk.clock.pass(Duration.ofDays(10));
        deleteOld();
        assertEquals(2, users());
        desk.clock.pass(Duration.ofSeconds(1));
        deleteOld();
        assertEquals(1, users());
        assertEquals(
                List.of(anna),
                SharedDatabase.sql("select user_id from support_messages").stream()
                        .map(row -> row.get("user_id"))
                        .toList());
        assertEquals(
                0,
                desk.outboxTexts(ConversationFixture.OPERATORS).stream()
                        .filter(text -> text.toString().contains("erased"))
                        .count(),
                "the operators are not told of each");
    }

    @Test
    void aMessageOfEitherSideCountsAsActivity() {
        long guest = guest();
        SharedDatabase.sql("update guest_accounts set pending = false");
        var question = desk.ask(guest, "A question");
        desk.clock.pass(Duration.ofDays(8));
        desk.answer(question, "An answer");
        desk.clock.pass(Duration.ofDays(8));
        deleteOld();
        assertEquals(1, users());
        desk.clock.pass(Duration.ofDays(3));
        deleteOld();
        assertEquals(0, users());
    }

    @Test
    void aQuestionThatIsNotConfirmedIsGoneAfterADay() {
        guest();
        desk.clock.pass(Duration.ofHours(23));
        deleteOld();
        assertEquals(1, users());
        SharedDatabase.sql("update guest_accounts set pending = false");
        desk.clock.pass(Duration.ofHours(2));
        deleteOld();
        assertEquals(1, users());
        SharedDatabase.sql("update guest_accounts set pending = true");
        deleteOld();
        assertEquals(0, users());
    }

    @Test
    void aGuestWhoHasBecomeActiveSinceTheListWasReadIsNotErased() {
        long guest = guest();
        desk.clock.pass(Duration.ofDays(11));
        var limit = desk.clock.instant().minus(Duration.ofDays(10));
        assertEquals(List.of(guest), desk.beans.returned(() -> guests.inactive(limit)));
        SharedDatabase.sql("update guest_accounts set pending = false, active_at = ?", desk.now());
        desk.beans.inTransaction(() -> expiry.eraseUnlessActive(guest, limit));
        assertEquals(1, users());
        SharedDatabase.sql("update guest_accounts set active_at = active_at - interval '11 days'");
        desk.ask(guest, "A question");
        desk.beans.inTransaction(() -> expiry.eraseUnlessActive(guest, limit));
        assertEquals(1, users());
        desk.clock.pass(Duration.ofDays(11));
        var later = desk.clock.instant().minus(Duration.ofDays(10));
        desk.beans.inTransaction(() -> expiry.eraseUnlessActive(guest, later));
        assertEquals(0, users());
    }

    private GuestExpiry expiry() {
        var links = desk.beans.get(TelegramLinkRows.class);
        desk.beans.with(
                Erasure.class,
                new Erasure(
                        desk.beans.get(UserData.class),
                        desk.beans.get(TelegramCopies.class),
                        desk.beans.get(DeliveryRows.class),
                        List.of(links)));
        return desk.beans.get(GuestExpiry.class);
    }

    private void deleteOld() {
        desk.beans.inTransaction(expiry::deleteOld);
    }

    private long guest() {
        return desk.beans.returned(() -> guests.openPending(GuestDetails.typed("ann@example.org", "Ann"), "form", "en")
                .id());
    }

    private static int users() {
        return SharedDatabase.sql("select 1 from users").size();
    }
}
