package org.answerline.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.observability.Traces;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.client.BotApi;
import org.answerline.telegram.update.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may answer, and under which name. */
@UsesSharedDatabase
class OperatorRightsTest {

    private static final long GROUP = -500;
    private static final long CHAT = 7;
    private static final long OLGA = 900;

    private final Beans beans = new Beans();
    private long nextId = 1;
    private long number;

    private void begin(Map<String, String> settings) {
        SharedDatabase.clean();
        beans.with(Clock.class, new MovableClock())
                .with(Traces.class, new Traces())
                .with(BotApi.class, null)
                .setting("TELEGRAM_SUPPORT_BOT_TOKEN", "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .setting("TELEGRAM_ADMIN_CHAT_ID", "" + GROUP)
                .setting("TELEGRAM_SUPPORT_BOT_USERNAME", "SupportBot")
                .setting("SUPPORT_LANGUAGE", "en");
        settings.forEach(beans::setting);
        long anna = (Long) SharedDatabase.sql("insert into users (email, full_name, email_confirmed_at, created_at)"
                        + " values ('anna@example.org', 'Anna', now(), now()) returning id")
                .get(0)
                .get("id");
        SharedDatabase.sql(
                "insert into user_telegram_links (user_id, telegram_chat_id, linked_at, writable_since)"
                        + " values (?, ?, now(), now()) returning user_id",
                anna,
                CHAT);
        number = beans.returned(() -> beans.get(SupportDesk.class).ask(anna, NewQuestion.typed("", "A question")))
                .number();
    }

    @AfterEach
    void close() {
        beans.close();
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
        long id = nextId++;
        String json = ("{'update_id':" + id + ",'message':{'message_id':" + (1_000 + id) + ",'date':1,'chat':{'id':"
                        + GROUP + ",'type':'group'},'from':{'id':" + author + "," + names + "},'text':'" + text + "'}}")
                .replace('\'', '"');
        try (var reader = Json.createReader(new StringReader(json))) {
            Update update = Update.read(reader.readObject());
            beans.inTransaction(() -> beans.get(UpdateHandler.class).handle(update));
        }
    }

    private static List<String> texts(long chat) {
        return SharedDatabase.sql(
                        "select text from deliveries where chat_id = ? and purpose <> 'NOTICE' order by id", chat)
                .stream()
                .map(row -> String.valueOf(row.get("text")))
                .toList();
    }
}
