package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String HELLO = "{\"chat_id\":500,\"text\":\"hello\"}";

    private final SandboxTelegram telegram = SandboxTelegram.start(new SandboxOptions());
    private final ApiClient api = new ApiClient(telegram);

    @AfterEach
    void stop() {
        telegram.close();
    }

    private int messages() {
        return telegram.transcript(500).size();
    }

    @Test
    void faultsStrikeInTurnAndOnlyWhereAimed() throws IOException {
        telegram.faults().add(Fault.tooManyRequests(7).method("SendMessage").times(2));
        telegram.faults().add(Fault.serverError(500).chat(500).times(1));
        telegram.faults().add(Fault.badGateway().chat(7));
        HttpResponse<String> first = api.raw("sendMessage", HELLO);
        assertEquals("7", first.headers().firstValue("Retry-After").orElse(""));
        assertEquals(
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 7\","
                        + "\"parameters\":{\"retry_after\":7}}",
                first.body());
        assertEquals(200, api.raw("getMe", "{}").statusCode());
        assertEquals(429, api.raw("sendMessage", HELLO).statusCode());
        assertEquals("Internal Server Error: restart", api.refusal("sendMessage", HELLO));
        assertEquals(200, api.raw("sendMessage", HELLO).statusCode());
        HttpResponse<String> html = api.raw("sendMessage", "{\"chat_id\":7,\"text\":\"x\"}");
        assertEquals(502, html.statusCode());
        assertTrue(html.body().startsWith("<html>"));
        assertEquals(4, telegram.faults().count());
        assertEquals(1, messages());
    }

    @Test
    void aDroppedConnectionClosesWithoutAByteBeforeOrAfterTheEffect() throws IOException {
        telegram.faults().add(Fault.droppedBefore().times(1));
        telegram.faults().add(Fault.droppedAfter().times(1));
        assertEquals(-1, firstByte());
        assertEquals(0, messages());
        assertEquals(-1, firstByte());
        assertEquals(1, messages());
        assertEquals('H', firstByte());
        assertThrows(IOException.class, () -> {
            telegram.faults().add(Fault.droppedAfter().times(1));
            api.raw("sendMessage", HELLO);
        });
        assertEquals(3, messages());
        BotRequest last = telegram.requests().get(3);
        assertEquals(0, last.status());
        assertTrue(last.carriedOut());
    }

    private int firstByte() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", telegram.apiUrl().getPort())) {
            socket.setSoTimeout(60_000);
            String request =
                    "POST /bot" + telegram.token() + "/sendMessage HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                            + " application/json\r\nContent-Length: " + HELLO.length() + "\r\n\r\n" + HELLO;
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return socket.getInputStream().read();
        }
    }

    @Test
    void anAnswerCanBeEmptyOrCutThoughTheMessageIsSent() throws IOException {
        telegram.faults().add(Fault.emptyBody().times(1));
        telegram.faults().add(Fault.cutJson().times(1));
        telegram.faults().add(Fault.badGateway().afterTheEffect().times(1));
        telegram.faults().add(Fault.unauthorized().times(1));
        assertEquals("", api.raw("sendMessage", HELLO).body());
        assertTrue(AsciiJson.read(api.raw("sendMessage", HELLO).body()).isEmpty());
        assertEquals(502, api.raw("sendMessage", HELLO).statusCode());
        assertEquals(3, messages());
        assertEquals("Unauthorized", api.refusal("sendMessage", HELLO));
        assertEquals(3, messages());
    }

    @Test
    void aSlowAnswerComesLate() throws IOException {
        telegram.faults().add(Fault.slow(Duration.ofMillis(150)).times(1));
        long start = System.nanoTime();
        assertEquals(200, api.raw("sendMessage", HELLO).statusCode());
        assertTrue(System.nanoTime() - start >= 150_000_000);
        assertEquals(1, messages());
    }

    @Test
    void aHangingCallEndsWhenTheFaultsAreCleared() throws Exception {
        telegram.faults().add(Fault.hanging());
        CompletableFuture<Integer> hanging = CompletableFuture.supplyAsync(() -> {
            try {
                return firstByte();
            } catch (IOException gone) {
                return -2;
            }
        });
        Await.until("the call has reached the fault", () -> telegram.faults().count() > 0);
        assertFalse(hanging.isDone());
        telegram.faults().clear();
        assertEquals(-1, hanging.get(30, TimeUnit.SECONDS));
        assertEquals(0, messages());
    }

    @Test
    void faultsAreRepeatableByTheSeed() throws IOException, ExecutionException {
        Map<Fault, Double> circuitBreaker = Map.of(Fault.serverError(500), 0.3);
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            telegram.faults().circuitBreaker(42, circuitBreaker);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                statuses.add(api.raw("getMe", "{}").statusCode());
            }
            runs.add(statuses);
        }
        assertEquals(runs.get(0), runs.get(1));
        assertTrue(runs.get(0).contains(500) && runs.get(0).contains(200));
        telegram.faults().clear();
        assertEquals(200, api.raw("getMe", "{}").statusCode());
        assertFalse(telegram.faults().count() == 0);
    }
}
