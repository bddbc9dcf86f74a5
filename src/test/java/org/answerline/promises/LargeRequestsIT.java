package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What strangers send and readers do not read costs a small heap little. */
@UsesDesk(SharedDesk.SMALL_HEAP)
class LargeRequestsIT {
    private static final int MEBIBYTE = 1 << 20;
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.SMALL_HEAP.desk();
    }

    @Test
    void aFormOfNothingButPartsAndNamesIsTooLarge() {
        for (String name : List.of("é".repeat(4000), "a", "")) {
            byte[] part = ("--X\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            int size = 60 * MEBIBYTE / part.length * part.length;
            for (Browser sender : List.of(desk.visitor(), desk.signedIn("Ann"))) {
                try (var form = RawRequest.begin(
                        desk,
                        sender,
                        "POST /support/",
                        "Content-Type: multipart/form-data; boundary=X",
                        "Connection: close",
                        "Content-Length: " + size)) {
                    byte[] many = repeated(part, MEBIBYTE);
                    for (int sent = 0; sent < size; ) {
                        int next = Math.min(many.length, size - sent);
                        form.send(java.util.Arrays.copyOf(many, next));
                        sent += next;
                    }
                    assertEquals(413, form.status());
                }
            }
        }
        desk.visitor().get("/account/sign-in/").expect(200);
    }

    private static byte[] repeated(byte[] part, int about) {
        int times = Math.max(1, about / part.length);
        byte[] all = new byte[times * part.length];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    @Test
    void aFormOfManyFieldsIsTooLarge() {
        var visitor = desk.visitor();
        String fields = "a=&".repeat(40_000);
        assertEquals(
                413,
                visitor.post("/account/sign-in/", "application/x-www-form-urlencoded", fields)
                        .status());
        assertEquals(
                413,
                visitor.post("/account/sign-in/", "application/x-www-form-urlencoded", fields.repeat(20))
                        .status());
    }

    @Test
    void downloadsThatAreNotReadAreSentInPieces() {
        var ann = desk.signedIn("Ann");
        byte[] content = SampleFiles.pdf(9 * MEBIBYTE);
        String url = ann.upload("a.pdf", content).expect(201).json().getString("url");
        List<RawRequest> readers = new ArrayList<>();
        try {
            for (int i = 0; i < 90; i++) {
                readers.add(RawRequest.begin(desk, ann, "GET " + url));
            }
            for (RawRequest reader : readers) {
                assertEquals(200, reader.status());
            }
            ann.get("/support/").expect(200);
            desk.visitor().get("/health/live").expect(200);
            assertTrue(java.util.Arrays.equals(content, ann.download(url).body()));
        } finally {
            readers.forEach(RawRequest::close);
        }
    }

    @Test
    void viewingAPageCreatesNoSession() {
        var visitor = desk.visitor();
        for (String path :
                List.of("/account/sign-in/", "/account/sign-up/", "/account/reset/", "/support/", "/", "/nothing")) {
            var page = visitor.send(visitor.request(path).GET());
            assertFalse(page.headers().allValues("Set-Cookie").toString().contains("JSESSIONID"), path);
        }
        var refused = visitor.post("/account/sign-in/", Map.of("email", "a@b.example", "password", "x"));
        assertEquals(403, refused.status());
        assertFalse(refused.headers().allValues("Set-Cookie").toString().contains("JSESSIONID"));
        visitor.submit(refused, Map.of("email", "a@b.example", "password", "x")).expect(422);
        assertTrue(desk.visitor()
                .signIn(desk.account("Ann"))
                .headers()
                .allValues("Set-Cookie")
                .toString()
                .contains("JSESSIONID"));
    }
}
