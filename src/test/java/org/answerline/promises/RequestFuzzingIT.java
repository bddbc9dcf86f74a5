package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent to whichever address: never a fault of ours, never a stack trace, and memory for one request at a time only.
 *
 * <p>{@code mvn verify -Dit.test=RequestFuzzingIT -Dodd.seed=7 -Dodd.requests=20000} tries others. The server has a heap of 256 MB and ends when
 * it is full.
 */
@UsesDesk(SharedDesk.SMALL_HEAP)
class RequestFuzzingIT {
    private static final long SEED = Long.getLong("odd.seed", 20_261_129);
    private static final int REQUESTS = Integer.getInteger("odd.requests", 1_500);

    /** What may be left of a request when it is over, a session of its own and its token among it, in bytes. */
    private static final long LEFT = 16_000;

    private static final int LARGE = 24 << 20;
    private static final Pattern TRACE = Pattern.compile("\\b[a-z]+\\.[\\w.]+(?:Exception|Error)\\b|\\tat \\w+\\.");
    private static final int PATIENCE_MILLIS = 60_000;
    private static final List<String> SMALL_HEAP =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");

    private static Desk desk;

    private final List<String> failures = new ArrayList<>();

    @BeforeAll
    static void start() {
        desk = SharedDesk.SMALL_HEAP.desk();
    }

    @Test
    void nothingSentByAStrangerIsAFault() throws IOException {
        var requests = new FuzzedRequests(SEED, desk.url().getAuthority());
        send(1, requests, "", "");
        var before = ServerResources.of(desk);
        send(REQUESTS, requests, "", "");
        assertCalm(before, REQUESTS);
    }

    @Test
    void nothingSentBySomebodySignedInIsAFault() throws IOException {
        var requests = new FuzzedRequests(SEED + 1, desk.url().getAuthority());
        var before = ServerResources.of(desk);
        for (int sent = 0; sent < REQUESTS; sent += 50) {
            // Some of the requests sign out, change the password or erase the account.
            var ann = desk.signedIn("Ann Odd");
            String token = ann.get("/support/")
                    .expect(200)
                    .html()
                    .select("[name=_csrf]")
                    .val();
            send(50, requests, cookies(ann), token);
        }
        assertCalm(before, REQUESTS);
    }

    /** Each far larger than anything that is taken, and of the kind that grows in memory. */
    @Test
    void aLargeBodyIsNotKept() throws IOException {
        var ann = desk.signedIn("Ann Large");
        String token =
                ann.get("/support/").expect(200).html().select("[name=_csrf]").val();
        String part = "--b\r\nContent-Disposition: form-data; name=\"" + "é".repeat(2_000) + "\"\r\n\r\n\r\n";
        for (String cookie : List.of("", cookies(ann))) {
            for (String path :
                    List.of("/support/", "/account/sign-in/", "/api/feedback/submit/", "/telegram/support-webhook/")) {
                large(path, cookie, "multipart/form-data; boundary=b", part);
                large(path, cookie, "application/x-www-form-urlencoded", "_csrf=" + token + "&a=b&");
                large(path, cookie, "application/json", "[");
                large(path, cookie, "application/json", "{\"a\":\"b\",");
            }
        }
        assertEquals(List.of(), failures);
        desk.visitor().get("/health/ready").expect(200);
        System.out.printf("Large bodies of %d bytes each: %s%n", LARGE, ServerResources.of(desk));
    }

    private void large(String path, String cookie, String type, String piece) throws IOException {
        var body = piece.repeat(LARGE / piece.getBytes(StandardCharsets.UTF_8).length + 1);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + desk.url().getAuthority() + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + bytes.length + (cookie.isEmpty() ? "" : "\r\nCookie: " + cookie)
                + "\r\nConnection: close\r\n\r\n";
        var whole = new java.io.ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(bytes);
        judge(head, answer(whole.toByteArray(), false));
    }

    private void send(int count, FuzzedRequests requests, String cookie, String token) throws IOException {
        for (int i = 0; i < count; i++) {
            var request = requests.next(cookie, token);
            judge(request.toString(), answer(request.bytes(), request.isStream()));
        }
    }

    private void judge(String request, RawHttp.Answer answer) {
        boolean told = TRACE.matcher(answer.text()).find();
        if (answer.status() >= 500 || answer.status() < 0 || told) {
            failures.add(request + "\n--> "
                    + answer.text().substring(0, Math.min(answer.text().length(), 300)));
        }
    }

    /** What is answered; status 0 for a connection that was closed without a word, -1 for silence. */
    private static RawHttp.Answer answer(byte[] request, boolean stream) throws IOException {
        var read = new java.io.ByteArrayOutputStream();
        try (var socket = new Socket(desk.url().getHost(), desk.url().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                if (stream) {
                    read.writeBytes(socket.getInputStream().readNBytes("HTTP/1.1 200".length()));
                } else {
                    socket.getInputStream().transferTo(read);
                }
            } catch (SocketTimeoutException silent) {
                return new RawHttp.Answer(-1, "no answer");
            } catch (SocketException closedEarly) {
                return RawHttp.Answer.of(read.toByteArray());
            }
        }
        return RawHttp.Answer.of(read.toByteArray());
    }

    private void assertCalm(ServerResources before, int requests) {
        assertTrue(
                failures.isEmpty(),
                () -> failures.size() + " of " + requests + " with the seed " + SEED + ":\n"
                        + failures.stream().limit(15).collect(Collectors.joining("\n\n")));
        String log = desk.server().log();
        int trace = log.indexOf("\tat ");
        assertTrue(
                trace < 0,
                () -> "A stack trace: "
                        + log.substring(Math.max(0, trace - 1_500), Math.min(log.length(), trace + 1_500)));
        var after = ServerResources.of(desk);
        System.out.printf("%d odd requests: %s became %s%n", requests, before, after);
        assertTrue(after.heap() - before.heap() < requests * LEFT, before + " became " + after);
    }

    private static String cookies(Browser browser) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .map((HttpCookie cookie) -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
