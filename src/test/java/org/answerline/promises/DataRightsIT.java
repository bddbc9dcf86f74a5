package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People get all that is kept of them, and nothing of others. */
class DataRightsIT {

    private final Desk desk = Desk.shared();
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
        var file = anna.browser().uploaded("contract.pdf", Samples.pdf());
        anna.browser().askWith(mine, file);
        var answer = Customer.words("An answer");
        operator.reply(operator.sees(mine), answer);
        anna.receives(answer);
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
    void strangersGetNothing() {
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
