package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that goes on where an earlier one stopped, beside a database that was kept. */
class ContinuingSandboxTest {
    private SandboxTelegram telegram;
    private ApiClient api;

    @BeforeEach
    void start() {
        telegram = SandboxTelegram.start(new SandboxOptions().continuing(1_000_000));
        api = new ApiClient(telegram);
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void numbersNothingAsBefore() {
        assertTrue(telegram.operator().write("hello") > 1_000_000);
    }

    @Test
    void writesToAUserOfAnEarlierRun() throws Exception {
        assertEquals(
                200,
                api.raw("sendMessage", "{\"chat_id\":7001,\"text\":\"again\"}").statusCode());
        assertEquals("again", telegram.transcript(7001).get(0).text());
    }

    @Test
    void refusesAnUnknownChat() throws Exception {
        assertEquals("Bad Request: chat not found", api.refusal("sendMessage", "{\"chat_id\":1000002,\"text\":\"x\"}"));
    }

    @Test
    void keepsPersonsChatsAndFilesBetweenRuns(@TempDir Path folder) throws Exception {
        long kept;
        String file;
        try (SandboxTelegram first = SandboxTelegram.start(new SandboxOptions().keepingChatsIn(folder))) {
            var anna = first.person(new Person(7001, "Анна", "", "anna", "ru"));
            anna.pressStart("");
            kept = anna.write("Where is my parcel?");
            anna.edit(kept, "Where is my parcel, please?");
            anna.delete(anna.write("a slip"));
            first.operator().reply(first.operator().write("note"), "answer");
            anna.send(Media.document("notes.txt", "caption"));
            file = last(first, 7001).json().getJsonObject("document").getString("file_id");
            first.person(7002, "Boris", "en").pressStart("");
            first.person(7002, "Boris", "en").block();
        }
        // A kill may cut the last line off.
        Files.writeString(folder.resolve("chats.jsonl"), "{\"kind\":\"mess", StandardOpenOption.APPEND);
        var content = StoredFile.find(file).orElseThrow().content();
        try (SandboxTelegram second = SandboxTelegram.start(new SandboxOptions().keepingChatsIn(folder))) {
            var messages = second.transcript(7001);
            assertEquals(4, messages.size(), messages.toString());
            assertEquals("Where is my parcel, please?", messages.get(1).text());
            assertTrue(messages.get(1).edited() && messages.get(2).deleted());
            assertEquals("answer", last(second, 500).text());
            assertEquals("Анна", second.chats().findPerson(7001).orElseThrow().firstName());
            assertEquals(Access.BLOCKED, second.chats().get(7002).access());
            assertEquals(Access.OPEN, second.chats().get(7001).access());
            assertTrue(second.person(7001, "Анна", "ru").write("again") > kept);
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(second.apiUrl() + "/sandbox-file/" + file))
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertEquals(
                    new String(content, StandardCharsets.UTF_8), new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private static SandboxMessage last(SandboxTelegram sandbox, long chat) {
        var messages = sandbox.transcript(chat);
        return messages.get(messages.size() - 1);
    }
}
