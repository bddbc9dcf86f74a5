package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1)
class LoadTest {
    @Test
    void thousandsOfChatsAndMessagesAtOnceLoseAndDoubleNothing() throws IOException {
        try (SandboxTelegram telegram = SandboxTelegram.start(new SandboxOptions());
                WebhookListener desk = new WebhookListener()) {
            ApiClient api = new ApiClient(telegram);
            api.call("setWebhook", "{\"url\":\"" + desk.url() + "\"}");
            IntStream.range(10_000, 12_000).parallel().forEach(person -> {
                telegram.person(person, "P", "").write("hello");
                send(api, "from " + person);
            });
            telegram.awaitIdle(Duration.ofSeconds(60));
            assertEquals(2000, desk.received().size());
            assertEquals(2000, telegram.transcript(500).size());
            assertEquals(2000, telegram.transcript(500).get(1999).id());
        }
    }

    private static void send(ApiClient api, String text) {
        try {
            api.sent(500, text);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }
}
