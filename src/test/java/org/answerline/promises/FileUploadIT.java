package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question on the site may carry pictures and documents; what they are is told by their content. */
@Tag("main-loop")
@UsesDesk(together = SharedDesk.USUAL_TOGETHER)
class FileUploadIT {

    private final Desk desk = SharedDesk.USUAL_TOGETHER.desk();

    @Test
    void aFileIsUploadedSentAndReadBackAsItWas() {
        var ann = desk.signedIn("Ann");
        byte[] picture = SampleFiles.png();
        var file = ann.upload("Снимок экрана.png", picture).expect(201).json();
        assertEquals("Снимок экрана.png", file.getString("name"));
        assertEquals("image/png", file.getString("type"));
        assertEquals("picture", file.getString("kind"));
        assertEquals(picture.length, file.getInt("size"));
        ann.askWith("look", file.getString("id"));
        var sent = files(ann).get(0);
        assertEquals("ready", sent.getString("state"));
        assertEquals(file.getString("url"), sent.getString("url"));
        assertArrayEquals(picture, ann.download(sent.getString("url")).body());
    }

    @Test
    void aLargeFileComesBackWhole() {
        var ann = desk.signedIn("Ann");
        byte[] document = SampleFiles.pdf(9 * 1024 * 1024);
        var url = ann.upload("big.pdf", document).expect(201).json().getString("url");
        assertArrayEquals(document, ann.download(url).body());
    }

    @Test
    void theFormTakesFilesWithoutJavaScript() {
        var ann = desk.signedIn("Ann");
        byte[] picture = SampleFiles.jpeg();
        byte[] document = SampleFiles.pdf();
        ann.askByForm(
                        Map.of("subject", "Тема", "message", "Два файла"),
                        new java.util.TreeMap<>(Map.of("a.jpg", picture, "Счёт \"7\".pdf", document)))
                .expect(303);
        var files = files(ann);
        assertEquals(
                List.of("a.jpg", "Счёт 7.pdf"),
                files.stream().map(file -> file.getString("name")).toList());
        assertArrayEquals(document, ann.download(files.get(1).getString("url")).body());
        var page = ann.get("/support/").expect(200).html();
        assertEquals(
                files.get(0).getString("url"), page.selectFirst(".picture img").attr("src"));
        assertTrue(page.text().contains("Счёт 7.pdf"));
    }

    @Test
    void theFormSaysWhatIsWrongAndKeepsTheWordsAndTheGoodFiles() {
        var ann = desk.signedIn("Ann");
        var page = ann.askByForm(
                        Map.of("subject", "s", "message", "my words"),
                        new java.util.TreeMap<>(Map.of("a.png", SampleFiles.png(), "b.exe", SampleFiles.program())))
                .expect(422);
        assertEquals("my words", page.html().selectFirst("textarea").val().strip());
        assertTrue(page.html().selectFirst("#files-error").text().contains("b.exe"));
        var kept = page.html().select("input[type=checkbox][name=file]");
        assertEquals(1, kept.size());
        ann.submit(page, Map.of("message", "my words", "file", kept.val())).expect(303);
        assertEquals("a.png", files(ann).get(0).getString("name"));
    }

    @Test
    void aFormThatComesTwiceWithItsFilesIsOneQuestion() {
        var ann = desk.signedIn("Ann");
        byte[] picture = SampleFiles.png();
        var form = ann.get("/support/").form(Map.of("message", "once"));
        for (int i = 0; i < 2; i++) {
            var multipart = new Multipart();
            form.fields().forEach(multipart::field);
            multipart.file("files", "a.png", picture);
            ann.send(ann.request(form.action().toString())
                            .header("Content-Type", multipart.type())
                            .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(multipart.body())))
                    .expect(303);
        }
        assertEquals(1, ann.thread().getJsonArray("messages").size());
        assertEquals(1, files(ann).size());
    }

    @Test
    void aFileThatIsTooLargeIsSaidInTheFormToo() {
        var ann = desk.signedIn("Ann");
        byte[] large = SampleFiles.pdf(11 * 1024 * 1024);
        assertEquals(413, ann.upload("big.pdf", large).status());
        var page = ann.askByForm(Map.of("message", "kept words"), Map.of("big.pdf", large))
                .expect(422);
        assertTrue(page.body().contains("kept words"));
        assertTrue(page.html().selectFirst("#files-error").text().contains("10 MB"));
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <!doctype html><script>alert(1)</script>",
        "page.txt, <html><body><script>alert(1)</script></body></html>",
        "a.svg, <svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "a.png, <svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        "a.sh, #!/bin/sh",
        "a.js, alert(1)",
        "a.xhtml, <?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
    })
    void whatABrowserCouldRunIsNotTaken(String name, String content) {
        assertEquals(
                415,
                desk.signedIn("Ann").upload(name, SampleFiles.text(content)).status());
    }

    @Test
    void programsAreNotTakenUnderAnyName() {
        var ann = desk.signedIn("Ann");
        assertEquals(415, ann.upload("a.exe", SampleFiles.program()).status());
        assertEquals(415, ann.upload("a.pdf", SampleFiles.program()).status());
        assertEquals(415, ann.upload("a.jar", SampleFiles.zip()).status());
    }

    @Test
    void theTypeIsWhatTheContentIs() {
        var ann = desk.signedIn("Ann");
        assertEquals("image/jpeg", type(ann, "a.png", SampleFiles.jpeg()));
        assertEquals("application/pdf", type(ann, "a", SampleFiles.pdf()));
        assertEquals("text/plain", type(ann, "a.txt", SampleFiles.text("words")));
        assertEquals("text/csv", type(ann, "a.csv", SampleFiles.text("a,b\n1,2\n")));
        assertEquals("application/zip", type(ann, "a.zip", SampleFiles.zip()));
        assertEquals("audio/ogg", type(ann, "a.oga", SampleFiles.ogg()));
        assertEquals(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                type(ann, "a.docx", SampleFiles.zip()));
    }

    @Test
    void namesCarryNoPathAndNoTricks() {
        var ann = desk.signedIn("Ann");
        assertEquals("passwd.txt", name(ann, "../../etc/passwd.txt"));
        assertEquals("a.txt", name(ann, "C:\\temp\\a.txt"));
        assertEquals("gpj.exe.txt", name(ann, "gpj\u202e.exe.txt"));
        assertEquals(120, name(ann, "я".repeat(300) + ".txt").length());
        assertEquals(422, ann.upload("  ", SampleFiles.text("x")).status());
        assertEquals(422, ann.upload("a.txt", new byte[0]).status());
    }

    @Test
    void onlyOwnUnsentFilesCanBeSent() {
        var ann = desk.signedIn("Ann");
        var bob = desk.signedIn("Bob");
        String own = ann.uploaded("a.txt", SampleFiles.text("a"));
        assertRefused(bob, own);
        assertRefused(ann, "0".repeat(32));
        ann.askWith("first", own);
        assertRefused(ann, own);
        assertEquals(0, bob.thread().getJsonArray("messages").size());
        assertEquals(1, ann.thread().getJsonArray("messages").size());
    }

    @Test
    void aFileCanBeTakenBackBeforeItIsSent() {
        var ann = desk.signedIn("Ann");
        String id = ann.uploaded("a.txt", SampleFiles.text("a"));
        String address = "/api/feedback/files/" + id + "/";
        assertEquals(
                404, desk.signedIn("Bob").send(ann.request(address).DELETE()).status());
        assertEquals(204, ann.send(ann.request(address).DELETE()).status());
        assertEquals(404, ann.download(address).statusCode());
        String sent = ann.uploaded("b.txt", SampleFiles.text("b"));
        ann.askWith("b", sent);
        assertEquals(
                404,
                ann.send(ann.request("/api/feedback/files/" + sent + "/").DELETE())
                        .status());
    }

    private static void assertRefused(Browser browser, String id) {
        var answer = browser.post(
                        "/api/feedback/submit/", "application/json", "{\"message\":\"x\",\"files\":[\"" + id + "\"]}")
                .expect(422);
        assertEquals(
                "files", answer.json().getJsonArray("errors").getJsonObject(0).getString("field"));
    }

    private static String type(Browser browser, String name, byte[] content) {
        return browser.upload(name, content).expect(201).json().getString("type");
    }

    private static String name(Browser browser, String name) {
        return browser.upload(name, SampleFiles.text("words"))
                .expect(201)
                .json()
                .getString("name");
    }

    private static List<JsonObject> files(Browser browser) {
        var messages = browser.thread().getJsonArray("messages");
        return messages.getJsonObject(messages.size() - 1).getJsonArray("files").getValuesAs(JsonObject.class);
    }
}
