package org.answerline.conversation.rating;

import static org.answerline.conversation.ConversationFixture.CHAT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.answerline.conversation.ConversationClosing;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.linking.LinkedUser;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users rate conversations that were closed: once for each closing, and nobody else's. */
@UsesSharedDatabase
class RatingRequestsTest {

    private static final LinkedUser NOBODY = new LinkedUser(99_999, 8, "en", false);

    private final ConversationFixture desk = new ConversationFixture("SUPPORT_RATING", "on");
    private final RatingRequests requests = desk.beans.get(RatingRequests.class);
    private final ConversationRatings ratings = desk.beans.get(ConversationRatings.class);
    private final long anna = desk.user("Anna");
    private final SupportMessage question = desk.ask(anna, "Question of Anna");
    private final LinkedUser reader = new LinkedUser(anna, CHAT, "en", false);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aLinkedUserIsAskedOnceForEachClosing() {
        desk.link(anna, CHAT);
        ask();
        ask();
        assertEquals(1, asked());
        desk.ask(anna, "Another question");
        ask();
        assertEquals(2, asked());
    }

    @Test
    void nobodyIsAskedUnlessTheOwnerWantsIt() {
        try (var off = new ConversationFixture()) {
            long boris = off.user("Boris");
            off.link(boris, CHAT);
            off.ask(boris, "Question");
            off.beans.inTransaction(() -> off.beans.get(RatingRequests.class).ask(boris));
            assertEquals(0, off.outboxTexts(CHAT).size());
            assertEquals(
                    Optional.empty(),
                    off.beans.returned(() -> off.beans.get(RatingRequests.class).current(boris)));
        }
    }

    @Test
    void aUserWithoutTelegramRatesOnThePage() {
        ask();
        assertEquals(0, asked());
        long id = in(() -> requests.current(anna)).orElseThrow().id();
        assertTrue(in(() -> ratings.rate(id, anna, 4)));
        assertFalse(in(() -> ratings.rate(id, anna, 1)));
        assertEquals(
                OptionalInt.of(4),
                in(() -> requests.current(anna)).orElseThrow().score());
    }

    @Test
    void aScoreIsTakenOnceAndTheMessageSaysSo() {
        long id = asking();
        assertEquals(Optional.of("telegram.user.rated.now"), press(reader, id + ":5"));
        assertEquals(Optional.of("telegram.user.rated.before"), press(reader, id + ":1"));
        var edit = SharedDatabase.sql(
                "select text, reply_to_message_id, reply_markup from deliveries where purpose = 'EDIT'");
        assertEquals(1, edit.size());
        assertEquals(null, edit.get(0).get("reply_markup"));
        assertEquals(70L, edit.get(0).get("reply_to_message_id"));
        assertTrue(edit.get(0).get("text").toString().contains("5 of 5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1",
                "x:5",
                "1:9",
                "1:0",
                "1:5:5",
                "77777:5",
                "999999999999999999:5",
                "-1:5",
                "9999999999999999999:5"
            })
    void forgedDataChangesNothing(String data) {
        asking();
        assertEquals(Optional.empty(), press(reader, data));
        assertEquals(
                OptionalInt.empty(),
                in(() -> requests.current(anna)).orElseThrow().score());
    }

    @Test
    void nobodyRatesForAnother() {
        long id = asking();
        assertEquals(Optional.empty(), press(NOBODY, id + ":5"));
        assertEquals(
                OptionalInt.empty(),
                in(() -> requests.current(anna)).orElseThrow().score());
    }

    @Test
    void aCommentIsAReplyAfterTheScoreAndOnlyOne() {
        long id = asking();
        assertFalse(in(() -> requests.takeComment(anna, question.id(), "No score yet")));
        press(reader, id + ":4");
        assertFalse(in(() -> requests.takeComment(anna, question.id() + 1, "Of nothing")));
        assertFalse(in(() -> requests.takeComment(anna, question.id(), "  ")));
        assertTrue(in(() -> requests.takeComment(anna, question.id(), "Quick and kind")));
        assertFalse(in(() -> requests.takeComment(anna, question.id(), "Where is my parcel?")));
        assertEquals(
                Optional.of("Quick and kind"),
                in(() -> requests.current(anna)).orElseThrow().comment());
        assertTrue(in(() -> desk.beans.get(RatingRows.class).exported(anna)).contains("Quick and kind"));
    }

    @Test
    void ratingsGoWithTheUser() {
        asking();
        SharedDatabase.sql("delete from users where id = ? returning id", anna);
        assertEquals(0, SharedDatabase.sql("select 1 from conversation_ratings").size());
    }

    @Test
    void aUserWhoHasJustWrittenAgainIsNotAskedUntilThatIsClosed() {
        desk.link(anna, CHAT);
        SupportMessage waiting = desk.ask(anna, "One more thing");
        assertTrue(in(() -> desk.beans.get(ConversationClosing.class).close(anna, question.id())));
        assertEquals(0, asked());
        assertEquals(Optional.empty(), in(() -> requests.current(anna)));
        assertTrue(in(() -> desk.beans.get(ConversationClosing.class).close(anna, waiting.id())));
        assertEquals(1, asked());
    }

    private long asking() {
        ask();
        return in(() -> requests.current(anna)).orElseThrow().id();
    }

    private void ask() {
        desk.beans.inTransaction(() -> requests.ask(anna));
    }

    private int asked() {
        return SharedDatabase.sql("select 1 from deliveries where chat_id = ? and reply_markup like '%rate:%:5%'", CHAT)
                .size();
    }

    private Optional<String> press(LinkedUser user, String data) {
        return in(() -> requests.rate(user, 70, data));
    }

    private <T> T in(Supplier<T> work) {
        return desk.beans.returned(work);
    }
}
