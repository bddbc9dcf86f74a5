package org.answerline.webhook;

import static org.answerline.webhook.WebhookFixture.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may answer, and under which name. */
@UsesSharedDatabase
class OperatorRightsTest {

    private static final long GROUP = -500;
    private static final long CHAT = 7;
    private static final long OLGA = 900;

    private WebhookFixture desk;
    private long nextId = 1_000;
    private long number;

    private void begin(Map<String, String> settings) {
        desk = new WebhookFixture(GROUP, settings);
        number = desk.asks(desk.user("Anna", CHAT));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void onlyTheListedPeopleMayAnswerAndOthersAreToldOnce() {
        begin(Map.of("TELEGRAM_OPERATOR_IDS", "900, 901"));
        write(800, "'first_name':'Stranger'", "#" + number + " my answer");
        write(800, "'first_name':'Stranger'", "#" + number + " //my note");
        write(800, "'first_name':'Stranger'", "/close #" + number);
        assertEquals(List.of(), texts(CHAT));
        assertEquals(
                1,
                texts(GROUP).stream()
                        .filter(text -> text.contains("not on the list"))
                        .count());
        assertEquals(0, SharedDatabase.sql("select 1 from conversation_notes").size());
        assertEquals(0, SharedDatabase.sql("select 1 from conversations").size());
        write(OLGA, "'first_name':'Olga'", "#" + number + " the answer");
        assertEquals(List.of("📩 Support reply:\n\nthe answer"), texts(CHAT));
    }

    @Test
    void theUserSeesTheNameThatTheOwnerWants() {
        begin(Map.of("SUPPORT_SIGNATURE", "full_name"));
        write(OLGA, "'first_name':'Olga','last_name':'Petrova\\u202E'", "#" + number + " the answer");
        assertEquals(List.of("📩 Olga Petrova (support):\n\nthe answer"), texts(CHAT));
    }

    @Test
    void anAnonymousAdministratorHasNoName() {
        begin(Map.of("SUPPORT_SIGNATURE", "first_name"));
        write(1_087_968_824L, "'first_name':'Group','is_bot':true,'username':'GroupAnonymousBot'", "#" + number + " x");
        assertEquals(List.of("📩 Support reply:\n\nx"), texts(CHAT));
        assertEquals(
                List.of(),
                SharedDatabase.sql("select operator_name from support_messages where operator_name is not null"));
    }

    @Test
    void aStrangersNameCannotImitateTheBot() {
        begin(Map.of("SUPPORT_SIGNATURE", "first_name"));
        write(OLGA, "'first_name':'Olga\\nYou won. Pay here:'", "#" + number + " x");
        assertTrue(texts(CHAT).get(0).startsWith("📩 Olga You won. Pay here: (support):\n\n"), texts(CHAT)::toString);
    }

    private void write(long author, String names, String text) {
        desk.handle(
                "message",
                nextId++,
                "'chat':{'id':" + GROUP + ",'type':'group'},'from':{'id':" + author + "," + names + "},'text':'" + text
                        + "'");
    }
}
