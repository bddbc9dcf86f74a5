package org.answerline.sandbox.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sandbox that goes on where an earlier one stopped, beside a database that was kept. */
class ContinuingSandboxTest {
    private SandboxTelegram telegram;
    private ApiClient api;

    @BeforeEach
    void start() {
        telegram = SandboxTelegram.start(new SandboxOptions().continuing(1_000_000));
        api = new ApiClient(telegram);
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void numbersNothingAsBefore() {
        assertTrue(telegram.operator().write("hello") > 1_000_000);
    }

    @Test
    void writesToSomebodyWhomTheBotMetBefore() throws Exception {
        assertEquals(
                200,
                api.raw("sendMessage", "{\"chat_id\":7001,\"text\":\"again\"}").statusCode());
        assertEquals("again", telegram.transcript(7001).get(0).text());
    }

    @Test
    void knowsNobodyWhoCannotHaveBeenThere() throws Exception {
        assertEquals("Bad Request: chat not found", api.refusal("sendMessage", "{\"chat_id\":1000002,\"text\":\"x\"}"));
    }
}
