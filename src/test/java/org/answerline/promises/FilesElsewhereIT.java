package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.telegram.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner chooses where files are kept, or that none are taken. */
class FilesElsewhereIT {

    @TempDir
    Path folder;

    @Test
    void aFolderKeepsThemAndTheDatabaseDoesNot() throws IOException {
        try (var desk = Desk.own(setup -> setup.setting("SUPPORT_FILES", "folder:" + folder))) {
            var anna = Customer.linked(desk, "Anna");
            byte[] document = Samples.pdf();
            var url =
                    anna.browser().upload("a.pdf", document).expect(201).json().getString("url");
            assertEquals(1, stored());
            assertArrayEquals(document, anna.browser().download(url).body());
            assertEquals(List.of(), desk.database().sql("select 1 from attachment_pieces"));
            anna.browser().askWith("See", url.replaceAll(".*/([0-9a-f]+)/", "$1"));
            new Operator(desk).sees(message -> message.json().containsKey("document"));
            anna.telegram().send(Media.photo(""));
            Await.until("fetched", () -> stored() == 2);
            var other = anna.browser().uploaded("b.pdf", document);
            anna.browser()
                    .send(anna.browser()
                            .request("/api/feedback/files/" + other + "/")
                            .DELETE());
            assertEquals(2, stored());
            anna.browser()
                    .submit("/account/data/erase/", Map.of("password", Browser.PASSWORD))
                    .expect(303);
            assertEquals(0, stored());
        }
    }

    @Test
    void withFilesOffThereIsNoFieldAndNoFileIsTaken() {
        try (var desk = Desk.own(setup -> setup.setting("SUPPORT_FILES", "off"))) {
            var anna = Customer.linked(desk, "Anna");
            assertNull(anna.browser().get("/support/").expect(200).html().selectFirst("#files"));
            assertEquals(403, anna.browser().upload("a.png", Samples.png()).status());
            anna.telegram().send(Media.photo(""));
            anna.receives("cannot be sent to support");
            assertEquals(List.of(), anna.threadTexts());
        }
    }

    private long stored() {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
