package org.answerline.site.account.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.answerline.account.guest.GuestDetails;
import org.answerline.account.guest.GuestKeys;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.draft.QuestionDrafts;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guest and the question that waits for the confirmation of the address, when the same is asked twice at once. */
@UsesSharedDatabase
class GuestFirstQuestionTest {
    private static final GuestDetails ANN = GuestDetails.typed("ann@example.org", "Ann");

    private final ConversationFixture desk = new ConversationFixture("SMTP_HOST", "mail.example.org");
    private final GuestFirstQuestion first = desk.beans.get(GuestFirstQuestion.class);
    private final GuestConfirmation confirmation = desk.beans.get(GuestConfirmation.class);
    private final QuestionDrafts drafts = desk.beans.get(QuestionDrafts.class);
    private final DraftKey key = DraftKey.fresh();

    @BeforeEach
    void type() {
        desk.beans.inTransaction(() -> {
            drafts.begin(key, "192.0.2.7");
            drafts.keep(key, NewQuestion.typed("", "Where is it?"), "form", OptionalLong.empty());
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aFormThatIsSentWithAnotherAddressWhileTheFirstRequestRunsMakesNoGuestWithoutAQuestion() {
        keep(GuestDetails.typed("an@example.org", "Ann"));
        assertThrows(GuestFirstQuestion.DraftGoneException.class, () -> keep(ANN));
        assertEquals("[{email=an@example.org}]", emails());
    }

    @Test
    void aFormThatIsSentTwiceIsKeptOnce() {
        keep(ANN);
        assertEquals(List.of(), keep(ANN));
        assertEquals("[{email=ann@example.org}]", emails());
    }

    /** If one locked the question first and the other the guest, each would wait for the other. */
    @Test
    void whoConfirmsLocksTheGuestFirst() throws SQLException {
        keep(ANN);
        long guest = (Long) SharedDatabase.sql("select id from users").get(0).get("id");
        var keys = desk.beans.get(GuestKeys.class);
        var token = desk.beans.returned(() -> keys.addLink(guest, ANN.email())).split("/")[3];
        var shown = desk.beans.returned(() -> drafts.kept(guest)).orElseThrow().id();
        assertLocksTheGuestFirst(
                guest,
                () -> assertTrue(
                        confirmation.confirm(token, OptionalLong.empty(), shown).isPresent()));
    }

    @Test
    void whoSendsTheFormAgainLocksTheGuestFirst() throws SQLException {
        keep(ANN);
        long guest = (Long) SharedDatabase.sql("select id from users").get(0).get("id");
        assertLocksTheGuestFirst(guest, () -> keepInside(ANN));
    }

    private void assertLocksTheGuestFirst(long guest, Runnable work) throws SQLException {
        try (var other = SharedDatabase.dataSource().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from users where id = " + guest + " for update");
            var running = CompletableFuture.runAsync(() -> desk.beans.inTransaction(work));
            Await.until(
                    "it waits for the guest",
                    () -> running.isDone()
                            || !SharedDatabase.sql("select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                                            + " and datname = current_database()")
                                    .isEmpty());
            assertFalse(running.isDone());
            statement.execute("select 1 from guest_accounts where user_id = " + guest + " for update nowait");
            statement.execute("select 1 from question_drafts where user_id = " + guest + " for update nowait");
            other.rollback();
            running.join();
        }
    }

    private List<String> keep(GuestDetails details) {
        return desk.beans.returned(() -> keepInside(details));
    }

    private List<String> keepInside(GuestDetails details) {
        return first.keep(new GuestFirstQuestion.Typed(key, "form", List.of()), details, "en");
    }

    private static String emails() {
        return SharedDatabase.sql("select email from users").toString();
    }
}
