package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads of files, by the address of the Bot API and by the one that names the caller. */
class FileEndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/from/node-1"})
    void aBotDownloadsAFileByThePathOfGetFile(String caller) throws IOException {
        try (SandboxTelegram telegram = SandboxTelegram.start(new SandboxOptions())) {
            var api = new ApiClient(telegram);
            telegram.person(7001, "Anna", "en").send(Media.document("notes.txt", "caption"));
            var messages = telegram.transcript(7001);
            var id = messages.get(messages.size() - 1)
                    .json()
                    .getJsonObject("document")
                    .getString("file_id");
            var path = api.call("getFile", "{\"file_id\":\"" + id + "\"}")
                    .getJsonObject("result")
                    .getString("file_path");
            var answer = api.get(caller + "/file/bot" + telegram.token() + "/" + path);
            assertEquals(200, answer.statusCode());
            assertEquals(
                    new String(StoredFile.find(id).orElseThrow().content(), StandardCharsets.UTF_8), answer.body());
        }
    }

    @Test
    void anotherTokenGetsNothing() throws IOException {
        try (SandboxTelegram telegram = SandboxTelegram.start(new SandboxOptions())) {
            assertEquals(
                    404,
                    new ApiClient(telegram).get("/file/bot1:AA/documents/x").statusCode());
        }
    }
}
