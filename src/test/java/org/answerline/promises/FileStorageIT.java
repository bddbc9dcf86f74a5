package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.junit.jupiter.api.Test;

/** The owner chooses where files are kept, or that none are taken. */
@UsesDesk({SharedDesk.OPTIONAL_FEATURES, SharedDesk.OPERATORS_GROUP})
class FileStorageIT {

    @Test
    void aFolderKeepsThemAndTheDatabaseDoesNot() throws IOException {
        var desk = SharedDesk.OPTIONAL_FEATURES.desk();
        var folder = Path.of(desk.environment().get("SUPPORT_FILES").substring("folder:".length()));
        var anna = Customer.linked(desk, "Anna");
        // Other tests of this desk leave files too.
        long before = stored(folder);
        byte[] document = SampleFiles.pdf();
        var url = anna.browser().upload("a.pdf", document).expect(201).json().getString("url");
        assertEquals(before + 1, stored(folder));
        assertArrayEquals(document, anna.browser().download(url).body());
        assertEquals(List.of(), desk.database().sql("select 1 from attachment_pieces"));
        anna.browser().askWith("See", url.replaceAll(".*/([0-9a-f]+)/", "$1"));
        new Operator(desk).sees(message -> message.json().containsKey("document"));
        anna.telegram().send(Media.photo(""));
        Await.until("fetched", () -> stored(folder) == before + 2);
        var other = anna.browser().uploaded("b.pdf", document);
        anna.browser()
                .send(anna.browser()
                        .request("/api/feedback/files/" + other + "/")
                        .DELETE());
        assertEquals(before + 2, stored(folder));
        anna.browser()
                .submit("/account/data/erase/", Map.of("password", Browser.PASSWORD))
                .expect(303);
        assertEquals(before, stored(folder));
    }

    @Test
    void withFilesOffThereIsNoFieldAndNoFileIsTaken() {
        var desk = SharedDesk.OPERATORS_GROUP.desk();
        var anna = Customer.linked(desk, "Anna");
        assertNull(anna.browser().get("/support/").expect(200).html().selectFirst("#files"));
        assertEquals(403, anna.browser().upload("a.png", SampleFiles.png()).status());
        anna.telegram().send(Media.photo(""));
        anna.receives("cannot be sent to support");
        assertEquals(List.of(), anna.threadTexts());
    }

    private static long stored(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
