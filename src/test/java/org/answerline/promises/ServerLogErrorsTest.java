package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerLogErrorsTest {
    private static final String TIME = "2026-11-29T02:52:05.123+0000 ";
    private static final String TRACE =
            "java.lang.IllegalStateException: x\n\tat a.B.c(B.java:1)\n\tat d.E.f(E.java:2)\n";

    @Test
    void aTraceAndAnErrorOfTheServerAreAlarming() {
        var failed = TIME + "WARNING org.glassfish.X It failed";
        var error = TIME + "SEVERE org.glassfish.Y No listener";
        assertEquals(List.of(failed, "\tat a.B.c(B.java:1)"), ServerLogErrors.alarming(failed + "\n" + TRACE));
        assertEquals(List.of(error), ServerLogErrors.alarming(error + "\n"));
        var page = TIME + "SEVERE org.answerline.site.form.PageExceptionMapper A page failed";
        assertEquals(List.of(page, "\tat a.B.c(B.java:1)"), ServerLogErrors.alarming(page + "\n" + TRACE));
    }

    @Test
    void whatTheDeskSaysInOneLineIsNot() {
        assertEquals(
                List.of(),
                ServerLogErrors.alarming(TIME
                        + "SEVERE org.answerline.delivery.send.TelegramCircuitBreaker Telegram refuses the token\n"
                        + TIME
                        + "INFO x.Y Started\n" + TIME
                        + "SEVERE org.answerline.webhook.Z Update 7 could not be handled and was set aside update=7\n"
                        + TRACE));
    }

    @Test
    void entriesThatAreJsonObjectsAreJudgedAlike() {
        var error =
                "{\"Timestamp\":\"T\",\"Level\":\"SEVERE\",\"LoggerName\":\"org.glassfish.Y\",\"LogMessage\":\"No\"}";
        var ours = error.replace("org.glassfish.Y", "org.answerline.delivery.X");
        var trace = "{\"Timestamp\":\"T\",\"Level\":\"WARNING\",\"LoggerName\":\"org.answerline.delivery.X\","
                + "\"LogMessage\":\"No\",\"Throwable\":{\"Exception\":\"x\",\"StackTrace\":\"at a.B.c\"}}";
        assertEquals(List.of(error, trace), ServerLogErrors.alarming(String.join("\n", error, ours, trace)));
        assertEquals(
                List.of(),
                ServerLogErrors.alarming(trace.replace("No", "Update 7 could not be handled and was set aside")));
    }
}
