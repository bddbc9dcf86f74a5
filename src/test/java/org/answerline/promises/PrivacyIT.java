package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People get all that is kept of them and nothing of others, and have it erased here and in Telegram. */
@UsesDesk(SharedDesk.USUAL)
class PrivacyIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @TempDir
    Path folder;

    @Test
    void theExportHasAllAndOnlyMine() throws IOException {
        var anna = Customer.linked(desk, "Anna Export");
        var boris = Customer.linked(desk, "Boris Other");
        var mine = Customer.words("Mine, \"quoted\" & Ünï");
        var others = Customer.words("Of somebody else");
        boris.asks(others);
        var file = anna.browser().uploaded("contract.pdf", SampleFiles.pdf());
        anna.browser().askWith(mine, file);
        var answer = Customer.words("An answer");
        operator.reply(operator.sees(mine), answer);
        anna.receives(answer);
        Await.until("recorded as delivered", () -> anna.thread().stream()
                .allMatch(message -> message.getString("delivery").equals("delivered")));
        var link = anna.browser().get("/account/data/").html().selectFirst("a[download]");
        var download = anna.browser().get(link.attr("href")).expect(200);
        assertTrue(download.headers()
                .firstValue("Content-Disposition")
                .orElse("")
                .matches("attachment; filename=\"answerline-[0-9-]+\\.json\""));
        check(download.json(), anna, mine, answer, desk.url() + "/api/feedback/files/" + file + "/");
        var secret = desk.database()
                .sql(
                        "select password_hash from users where email = ?",
                        anna.browser().email())
                .get(0);
        for (var foreign : List.of(others, boris.browser().email(), (String) secret.get("password_hash"), "token")) {
            assertFalse(download.body().contains(foreign), foreign);
        }
        var written = folder.resolve("anna.json");
        var commands = new CommandLine(desk.environment());
        assertEquals(
                0,
                commands.run("export-user", anna.browser().email(), "--output", "" + written)
                        .exit());
        assertEquals(
                download.json().get("account"),
                jakarta.json.Json.createReader(Files.newBufferedReader(written))
                        .readObject()
                        .get("account"));
        assertEquals(
                1,
                commands.run("export-user", anna.browser().email(), "--output", "" + written)
                        .exit());
        assertEquals(1, commands.run("export-user", "nobody@example.org").exit());
    }

    @Test
    void aLongConversationIsExportedWhole() {
        var anna = Customer.of(desk, "Anna Long");
        desk.database()
                .sql(
                        """
                        insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)
                        select u.id, 'Old ' || n, false, 'SITE', now(), 'DELIVERED'
                        from users u, generate_series(1, 1203) n where u.email = ? returning id
                        """,
                        anna.browser().email());
        var messages =
                anna.browser().get("/account/data/export/").expect(200).json().getJsonArray("messages");
        assertEquals(1203, messages.stream().distinct().count());
    }

    @Test
    void anErasedPersonIsInNoTableAndOurMessagesLeaveBothChats() {
        var anna = Customer.linked(desk, "Anna Erased");
        var name = "Anna Erased";
        var email = anna.browser().email();
        var words = Customer.words("Forget me");
        var file = anna.browser().uploaded("secret.pdf", SampleFiles.pdf());
        var message = anna.browser().askWith(words, file);
        var notice = operator.sees(words);
        var answer = Customer.words("An answer to forget");
        operator.reply(notice, answer);
        var copy = anna.receives(answer);
        Await.until("delivered", () -> "delivered".equals(anna.thread().get(1).getString("delivery")));
        var old = anna.asks(Customer.words("Too old"));
        var oldNotice = operator.sees("#" + anna.numberOf(old) + " ");
        var numbers = "#" + anna.numberOf(message) + ", #" + anna.numberOf(old);
        Await.until("noticed", () -> !desk.database()
                .sql(
                        "update deliveries set finished_at = now() - interval '49 hours'"
                                + " where support_message_id = ? and state = 'SENT' returning id",
                        old)
                .isEmpty());
        var ask = anna.browser().get("/account/data/erase/").expect(200);
        assertTrue(ask.html().select("main [name=email]").isEmpty(), "who has a password is asked for that alone");
        assertTrue(ask.body().contains("Messages that stay in our team’s chat: 1."), ask.body());
        assertEquals(
                422, anna.browser().submit(ask, Map.of("password", "wrong one")).status());
        assertEquals(3, anna.thread().size());
        var erased =
                anna.browser().submit(ask, Map.of("password", Browser.PASSWORD)).expect(303);
        var page = anna.browser().follow(erased).expect(200);
        assertTrue(page.html().text().contains("stay in our team’s chat: 1."), page.body());
        var signedOut = anna.browser().get("/support/").expect(200);
        assertEquals(
                1, signedOut.html().select("main [href='/account/sign-in/']").size());
        Await.until("taken back", () -> isDeleted(notice) && isDeleted(copy));
        assertFalse(isDeleted(oldNotice));
        operator.sees("A user’s data was erased on request. Their questions: " + numbers
                + ". These questions can no longer be answered. Messages that could not be deleted here: 1.");
        assertEquals(0, anna.received(answer) - deleted(anna.chatId(), answer));
        Await.until("done", () -> desk.database()
                .sql("select 1 from deliveries where purpose = 'ERASURE'")
                .isEmpty());
        Await.until("forgotten", () -> rowsWith(Long.toString(anna.chatId())).isEmpty());
        for (var trace : List.of(email, name, words, answer, file)) {
            assertEquals(List.of(), rowsWith(trace), trace);
        }
        var reply = operator.reply(oldNotice, "Are you there?");
        assertTrue(operator.toldOn(reply).contains("data was erased"), operator.toldOn(reply));
        assertTrue(message < old);
    }

    @Test
    void aUserWithoutAPasswordConfirmsByAddress() {
        var anna = Customer.of(desk, "Anna Outside");
        desk.database()
                .sql(
                        "update users set password_hash = null where email = ?",
                        anna.browser().email());
        var ask = anna.browser().get("/account/data/erase/").expect(200);
        assertEquals(
                422,
                anna.browser().submit(ask, Map.of("email", "x@example.org")).status());
        anna.browser().submit(ask, Map.of("email", anna.browser().email())).expect(303);
        assertEquals(List.of(), rowsWith(anna.browser().email()));
    }

    @Test
    void aMessageThatCarriesTheQuestionsOfOthersStays() {
        var anna = Customer.of(desk, "Anna Shared");
        var boris = Customer.of(desk, "Boris Shared");
        long annas = anna.asks(Customer.words("One"));
        long boriss = boris.asks(Customer.words("Two"));
        var shared = operator.sees("#" + anna.numberOf(annas) + " ");
        operator.sees("#" + boris.numberOf(boriss) + " ");
        Await.until("noticed", () -> !desk.database()
                .sql(
                        "insert into operator_notices (bot_id, chat_id, message_id, support_message_id, from_offset)"
                                + " select bot_id, chat_id, message_id, ?, 10 from operator_notices where support_message_id = ?"
                                + " returning message_id",
                        boriss,
                        annas)
                .isEmpty());
        anna.browser()
                .submit("/account/data/erase/", Map.of("password", Browser.PASSWORD))
                .expect(303);
        operator.sees("could not be deleted here: 1.");
        assertFalse(isDeleted(shared));
        assertEquals(1, boris.thread().size());
    }

    @Test
    void theOwnerErasesForSomebodyElse() {
        var anna = Customer.linked(desk, "Anna By Owner");
        var words = Customer.words("By the owner");
        anna.asks(words);
        var notice = operator.sees(words);
        Await.until("delivered", () -> "delivered".equals(anna.thread().get(0).getString("delivery")));
        var email = anna.browser().email();
        var commands = new CommandLine(desk.environment());
        var dry = commands.run("erase-user", email, "--dry-run");
        assertEquals(0, dry.exit(), dry.words());
        assertTrue(dry.words().contains("messages: 1, files: 0."), dry.words());
        assertEquals(new CommandLine.Outcome(1, "Nothing was erased."), commands.run("erase-user", email));
        assertEquals(1, anna.thread().size());
        assertEquals(0, commands.run("erase-user", email, "--yes").exit());
        Await.until("taken back", () -> isDeleted(notice));
        assertEquals(List.of(), rowsWith(email));
        assertEquals(List.of(), rowsWith(words));
        assertEquals(1, commands.run("erase-user", email, "--yes").exit());
    }

    private boolean isDeleted(SandboxMessage message) {
        return desk.telegram().transcript(message.chatId()).stream()
                .anyMatch(now -> now.id() == message.id() && now.deleted());
    }

    private long deleted(long chatId, String words) {
        return desk.telegram().transcript(chatId).stream()
                .filter(message -> message.deleted() && message.text().contains(words))
                .count();
    }

    /** The tables that mention something in any column. */
    private List<String> rowsWith(String trace) {
        return desk
                .database()
                .sql("select table_name from information_schema.tables where table_schema = 'public' and table_type ="
                        + " 'BASE TABLE'")
                .stream()
                .map(table -> (String) table.get("table_name"))
                .filter(table -> !desk.database()
                        .sql("select 1 from " + table + " t where strpos(t::text, ?) > 0 limit 1", trace)
                        .isEmpty())
                .toList();
    }

    @Test
    void strangersGetNothing() {
        assertEquals(303, desk.visitor().get("/account/data/erase/").status());
        assertEquals(303, desk.visitor().get("/account/data/").status());
        assertEquals(303, desk.visitor().get("/account/data/export/").status());
    }

    private static void check(JsonObject export, Customer anna, String mine, String answer, String address) {
        assertEquals(anna.browser().email(), export.getJsonObject("account").getString("email"));
        assertEquals("Anna Export", export.getJsonObject("account").getString("full_name"));
        assertTrue(export.getJsonObject("telegram").getBoolean("linked"));
        var messages = export.getJsonArray("messages").getValuesAs(JsonObject.class);
        assertEquals(
                List.of(mine, answer),
                messages.stream().map(message -> message.getString("text")).toList());
        assertEquals("support", messages.get(1).getString("from"));
        assertEquals("delivered", messages.get(1).getString("state"));
        var file = messages.get(0).getJsonArray("files").getJsonObject(0);
        assertEquals("contract.pdf", file.getString("name"));
        assertEquals(address, file.getString("address"));
    }
}
