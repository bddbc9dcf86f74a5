package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file is given to nobody but the owner of its conversation, and to no page as anything it could act as. */
@UsesDesk(SharedDesk.USUAL)
class FileAccessIT {

    private final Desk desk = SharedDesk.USUAL.desk();

    @Test
    void nobodyElseCanOpenIt() {
        var ann = desk.signedIn("Ann");
        var url = ann.upload("a.png", SampleFiles.png()).expect(201).json().getString("url");
        assertEquals(200, ann.download(url).statusCode());
        assertEquals(404, desk.signedIn("Bob").download(url).statusCode());
        assertEquals(401, desk.visitor().download(url).statusCode());
        assertEquals(401, desk.visitor().upload("a.png", SampleFiles.png()).status());
    }

    @Test
    void itIsSentWithHeadersThatKeepItFromActing() {
        var ann = desk.signedIn("Ann");
        var picture = ann.download(ann.upload("a.png", SampleFiles.png()).json().getString("url"));
        assertEquals(List.of("sandbox; default-src 'none'"), picture.headers().allValues("Content-Security-Policy"));
        assertEquals(List.of("nosniff"), picture.headers().allValues("X-Content-Type-Options"));
        assertTrue(picture.headers().firstValue("Cache-Control").orElse("").startsWith("private"));
        assertEquals(1, picture.headers().allValues("Cache-Control").size());
        assertTrue(
                picture.headers().firstValue("Content-Disposition").orElse("").startsWith("inline;"));
        var text = ann.download(
                ann.upload("Договор №1.txt", SampleFiles.text("x")).json().getString("url"));
        assertEquals(
                "attachment; filename=\"_______ _1.txt\"; filename*=UTF-8''%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80%20%E2%84%961.txt",
                text.headers().firstValue("Content-Disposition").orElse(""));
    }

    @Test
    void headTellsTheSame() {
        var ann = desk.signedIn("Ann");
        byte[] content = SampleFiles.pdf();
        var url = ann.upload("a.pdf", content).json().getString("url");
        var head = ann.send(ann.request(url).method("HEAD", BodyPublishers.noBody()))
                .expect(200);
        assertEquals(
                String.valueOf(content.length),
                head.headers().firstValue("Content-Length").orElse(""));
        assertTrue(head.headers().firstValue("Content-Type").orElse("").startsWith("application/pdf"));
    }

    @Test
    void aPageOfAnotherSiteCannotUpload() {
        var ann = desk.signedIn("Ann");
        var forged = ann.request("/api/feedback/files/?name=a.txt")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x"));
        assertEquals(403, ann.send(forged).status());
    }

    @Test
    void aRangeIsSentAlone() {
        var ann = desk.signedIn("Ann");
        byte[] content = SampleFiles.pdf(600_000);
        var url = ann.upload("a.pdf", content).json().getString("url");
        var whole = ann.download(url);
        assertEquals("bytes", whole.headers().firstValue("Accept-Ranges").orElse(""));
        assertArrayEquals(content, whole.body());
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertRange(ann, url, content, "bytes=0-1", 0, 2);
        assertRange(ann, url, content, "bytes=262140-262150", 262_140, 262_151);
        assertRange(ann, url, content, "bytes=599999-", 599_999, 600_000);
        assertRange(ann, url, content, "bytes=-5", 599_995, 600_000);
        assertRange(ann, url, content, "bytes=300000-9999999", 300_000, 600_000);
        var beyond = ann.send(ann.request(url).header("Range", "bytes=600000-"));
        assertEquals(416, beyond.status());
        assertEquals(
                "bytes */600000", beyond.headers().firstValue("Content-Range").orElse(""));
        assertEquals(200, status(ann, url, "Range", "bytes=0-1,5-6"));
        assertEquals(206, status(ann, url, "Range", "bytes=0-1", "If-Range", tag));
        assertEquals(200, status(ann, url, "Range", "bytes=0-1", "If-Range", "\"another\""));
        assertEquals(200, status(ann, url, "Range", "bytes=0-1", "If-Range", "Sat, 29 Oct 1994 19:43:31 GMT"));
        assertEquals(304, status(ann, url, "If-None-Match", tag));
    }

    private static void assertRange(Browser ann, String url, byte[] content, String range, int from, int to) {
        var part = ann.download(ann.request(url).header("Range", range));
        assertEquals(206, part.statusCode());
        assertEquals(
                "bytes " + from + "-" + (to - 1) + "/" + content.length,
                part.headers().firstValue("Content-Range").orElse(""));
        assertArrayEquals(java.util.Arrays.copyOfRange(content, from, to), part.body());
    }

    private static int status(Browser ann, String url, String... headers) {
        return ann.send(ann.request(url).headers(headers).GET()).status();
    }

    @Test
    void aSessionThatANewPasswordEndedLeavesNoFile() {
        var ann = desk.signedIn("Ann");
        var other = desk.visitor();
        other.signIn(ann.email()).expect(303);
        var form = other.get("/support/").expect(200);
        ann.submit(
                        "/account/password/",
                        java.util.Map.of("old_password", Browser.PASSWORD, "password", "another good password"))
                .expect(303);
        var files = desk.database().sql("select count(*) from attachments");
        var multipart = new Multipart();
        form.form(java.util.Map.of("message", "words that are kept")).fields().forEach(multipart::field);
        multipart.file("files", "a.pdf", SampleFiles.pdf());
        var sent = other.send(other.request("/support/")
                .header("Content-Type", multipart.type())
                .POST(BodyPublishers.ofByteArray(multipart.body())));
        assertTrue(sent.expect(422).body().contains("words that are kept"));
        assertTrue(sent.body().contains("a.pdf"));
        assertEquals(401, other.upload("a.pdf", SampleFiles.pdf()).status());
        assertEquals(
                List.of(),
                desk.database()
                        .sql(
                                "select 1 from attachments join users on users.id = user_id where email = ?",
                                ann.email()));
        assertEquals(files, desk.database().sql("select count(*) from attachments"));
    }
}
