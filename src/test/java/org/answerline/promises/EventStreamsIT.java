package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Open pages cost neither threads nor database connections, and survive what the network and the database do. */
@TestMethodOrder(OrderAnnotation.class)
@UsesDesk(SharedDesk.INTERRUPTED)
class EventStreamsIT {

    static final int PEOPLE = 63;
    static final int PAGES_EACH = 8;

    private static final int ROOM = PEOPLE * PAGES_EACH + PAGES_EACH;

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.INTERRUPTED.desk();
    }

    @Test
    @Order(1)
    void aStreamGoesOnWhenTheDatabaseIsBack() {
        var anna = Customer.of(desk, "Anna Patient");
        try (var page = anna.browser().listen()) {
            desk.database().kill();
            anna.browser().get("/api/feedback/events/").expect(503);
            desk.database().restart();
            Await.until(
                    "the site is back", () -> anna.browser().get("/support/").status() == 200);
            var question = Customer.words("after the outage");
            anna.asks(question);
            page.awaitMessage(question, "delivered");
        }
    }

    @Test
    @Order(2)
    void fiveHundredPagesNeedNoThreadsAndSlowClientsDelayNoOther() {
        List<Browser> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(desk.signedIn("Reader " + i));
        }
        var before = ServerResources.of(desk);
        List<LiveStream> pages = people.stream()
                .flatMap(person -> IntStream.range(0, PAGES_EACH).mapToObj(i -> person.listen()))
                .toList();
        var deaf = desk.signedIn("Deaf");
        fillThread(deaf);
        List<Socket> deafPages =
                IntStream.range(0, PAGES_EACH).mapToObj(i -> deaf(deaf)).toList();

        people.get(0).submitFeedback("", "to eight pages");
        pages.subList(0, PAGES_EACH).forEach(page -> page.awaitMessage("to eight pages", "delivered"));
        var after = ServerResources.of(desk);
        assertCheap(before, after, pages);

        var late = desk.signedIn("Late");
        var refused = late.get("/api/feedback/events/").expect(503);
        assertTrue(refused.headers().firstValueAsLong("Retry-After").orElse(0) > 0);
        for (int i = 0; i < 40; i++) {
            deaf.submitFeedback("", "😀".repeat(4_000));
        }
        Await.until("the deaf are let go", Duration.ofMinutes(2), () -> isTaken(late));
        deafPages.forEach(EventStreamsIT::close);
        pages.forEach(LiveStream::close);
    }

    /** They have cost neither threads nor connections, and all are open. */
    static void assertCheap(ServerResources before, ServerResources after, List<LiveStream> pages) {
        assertTrue(after.threads() < before.threads() + 20, before + " became " + after);
        assertTrue(after.connections() < before.connections() + 10, before + " became " + after);
        assertTrue(pages.stream().noneMatch(LiveStream::isOver));
    }

    /** So much that no buffer on the way takes it. */
    private static void fillThread(Browser browser) {
        desk.database()
                .sql(
                        """
                        insert into support_messages (user_id, text, is_from_admin, source, created_at, delivery)
                        select u.id, repeat('😀', 4000), true, 'TELEGRAM', now(), 'HELD'
                        from users u, generate_series(1, 200) where u.email = ?
                        """,
                        browser.email());
    }

    /** Asks for everything from the beginning and never reads. */
    private static Socket deaf(Browser browser) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", desk.url().getPort()));
            var cookie = browser.cookies().getCookieStore().getCookies().stream()
                    .map(HttpCookie::toString)
                    .collect(Collectors.joining("; "));
            var request = "GET /api/feedback/events/ HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 0\r\nCookie: "
                    + cookie.replace("\"", "") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(60_000);
            assertEquals('H', socket.getInputStream().read());
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTaken(Browser browser) {
        var request = browser.request("/api/feedback/events/").build();
        var answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(browser.cookies())
                .build()
                .sendAsync(request, BodyHandlers.ofInputStream())
                .join();
        try {
            answer.body().close();
            return answer.statusCode() == 200;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
