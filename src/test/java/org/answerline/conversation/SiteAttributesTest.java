package org.answerline.conversation;

import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.List;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see of a user for whom a site vouches. */
@UsesSharedDatabase
class SiteAttributesTest {
    private static final int TELEGRAM_LIMIT = 4_096;

    private final ConversationFixture desk = new ConversationFixture();
    private final long anna = desk.user("Anna");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theLongestOnesFitIntoTheNoticeAndTheCard() {
        var attributes = Json.createObjectBuilder();
        for (int i = 0; i < 10; i++) {
            attributes.add(i + "n".repeat(199), "😀".repeat(200));
        }
        vouched("x".repeat(150), attributes.build().toString());
        var question = desk.ask(anna, "Question " + "q".repeat(3_900));
        var notices = texts();
        assertTrue(notices.get(0).contains("\nFrom your site: 0nnn"), notices.get(0));
        desk.beans.inTransaction(() -> desk.beans.get(ConversationCards.class).who(question, 77));
        var card = texts().get(notices.size());
        assertTrue(card.contains("From your site:\n• 0nnn") && card.endsWith("…"), card);
        texts().forEach(text -> assertTrue(text.length() <= TELEGRAM_LIMIT, text.length() + " characters"));
    }

    @Test
    void withoutAttributesAndAddressNothingIsSaidOfThem() {
        vouched("Anna", null);
        SharedDatabase.sql("update users set email = null, email_confirmed_at = null where id = ?", anna);
        var question = desk.ask(anna, "Question");
        desk.beans.inTransaction(() -> desk.beans.get(ConversationCards.class).who(question, 77));
        assertEquals(2, texts().size());
        for (var text : texts()) {
            assertTrue(text.contains("Anna"), text);
            assertFalse(text.contains("confirmed") || text.contains("site:") || text.contains("null"), text);
        }
    }

    private void vouched(String name, String attributes) {
        SharedDatabase.sql(
                "update users set vouched = true, full_name = ?, attributes = ? where id = ?", name, attributes, anna);
    }

    private List<String> texts() {
        return desk.outboxTexts(OPERATORS).stream().map(Object::toString).toList();
    }
}
