package org.answerline.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.ProcessingException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fault of the network means, whichever client names it. */
class BotApiExceptionTest {

    private static final String URL = "https://api.telegram.org/bot7:SECRET/getMe";

    static Stream<Exception> neverSent() {
        return Stream.of(
                new ConnectException(URL),
                new HttpHostConnectException(URL),
                new ConnectTimeoutException(URL),
                new ConnectionRequestTimeoutException(URL),
                new HttpConnectTimeoutException(URL),
                new NoRouteToHostException(URL),
                new UnknownHostException(URL),
                new UnresolvedAddressException());
    }

    @ParameterizedTest
    @MethodSource("neverSent")
    void whatWasNeverSentMayBeSentAgain(Exception cause) {
        var failure = BotApiException.of(new ProcessingException(URL, new IOException(URL, cause)));
        assertInstanceOf(BotApiException.NotReached.class, failure);
        assertEquals(cause.getClass().getSimpleName(), failure.getMessage());
    }

    static Stream<Exception> perhapsSent() {
        return Stream.of(
                new SocketTimeoutException(URL),
                new SocketException(URL),
                new EOFException(URL),
                new SSLHandshakeException(URL),
                new NoHttpResponseException(URL),
                new IllegalStateException(URL));
    }

    @ParameterizedTest
    @MethodSource("perhapsSent")
    void anyOtherFaultLeavesTheOutcomeUnknownAndNamesNoAddress(Exception cause) {
        var failure = BotApiException.of(new ProcessingException(URL, cause));
        assertInstanceOf(BotApiException.OutcomeUnknown.class, failure);
        assertEquals(cause.getClass().getSimpleName(), failure.getMessage());
        assertEquals(cause.getClass().getSimpleName(), BotApiException.of(cause).getMessage());
    }

    @Test
    void whatTheAnswerMeantIsFoundInsideTheRestClientsOwnException() {
        var refused = new BotApiException.Refused("Bad Request: message is too long");
        assertSame(refused, BotApiException.of(new ProcessingException(new IOException(refused))));
        assertSame(
                refused,
                assertThrows(
                        BotApiException.Refused.class,
                        () -> BotApiException.translating(() -> {
                            throw refused;
                        })));
    }

    @Test
    void aFaultOfThisProgramStaysWhatItIs() {
        var fault = new ProcessingException(new NullPointerException());
        assertSame(
                fault,
                assertThrows(
                        ProcessingException.class,
                        () -> BotApiException.translating(() -> {
                            throw fault;
                        })));
    }

    @Test
    void noAnswerLeavesTheOutcomeUnknown() {
        assertThrows(BotApiException.OutcomeUnknown.class, () -> BotApiException.translating(() -> null));
    }
}
