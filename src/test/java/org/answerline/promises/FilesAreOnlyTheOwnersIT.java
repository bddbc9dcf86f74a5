package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file is given to nobody but the owner of its conversation, and to no page as anything it could act as. */
class FilesAreOnlyTheOwnersIT {

    private final Desk desk = Desk.shared();

    @Test
    void nobodyElseCanOpenIt() {
        var ann = desk.signedIn("Ann");
        var url = ann.upload("a.png", Samples.png()).expect(201).json().getString("url");
        assertEquals(200, ann.download(url).statusCode());
        assertEquals(404, desk.signedIn("Bob").download(url).statusCode());
        assertEquals(401, desk.visitor().download(url).statusCode());
        assertEquals(401, desk.visitor().upload("a.png", Samples.png()).status());
    }

    @Test
    void itIsSentWithHeadersThatKeepItFromActing() {
        var ann = desk.signedIn("Ann");
        var picture = ann.download(ann.upload("a.png", Samples.png()).json().getString("url"));
        assertEquals(List.of("sandbox; default-src 'none'"), picture.headers().allValues("Content-Security-Policy"));
        assertEquals(List.of("nosniff"), picture.headers().allValues("X-Content-Type-Options"));
        assertTrue(picture.headers().firstValue("Cache-Control").orElse("").startsWith("private"));
        assertEquals(1, picture.headers().allValues("Cache-Control").size());
        assertTrue(
                picture.headers().firstValue("Content-Disposition").orElse("").startsWith("inline;"));
        var text = ann.download(
                ann.upload("Договор №1.txt", Samples.text("x")).json().getString("url"));
        assertEquals(
                "attachment; filename=\"_______ _1.txt\"; filename*=UTF-8''%D0%94%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80%20%E2%84%961.txt",
                text.headers().firstValue("Content-Disposition").orElse(""));
    }

    @Test
    void headTellsTheSame() {
        var ann = desk.signedIn("Ann");
        byte[] content = Samples.pdf();
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
}
