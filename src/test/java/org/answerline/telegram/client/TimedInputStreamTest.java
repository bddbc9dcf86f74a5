package org.answerline.telegram.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedInputStreamTest {

    private static final byte[] BODY = {1, 2, (byte) 0xFF};
    private static final Duration PLENTY = Duration.ofHours(1);

    @Test
    void aWholeBodyIsReadAsItIs() throws IOException {
        assertArrayEquals(BODY, timed(3, PLENTY).readAllBytes());
        assertArrayEquals(BODY, timed(0, PLENTY).readAllBytes());
        var bytewise = timed(3, PLENTY);
        assertEquals(1, bytewise.read());
        assertEquals(2, bytewise.read());
        assertEquals(0xFF, bytewise.read());
        assertEquals(-1, bytewise.read());
    }

    @Test
    void aBodyThatEndsEarlyIsAFault() {
        var short3 = timed(4, PLENTY);
        assertEquals(
                "only 3 of 4 bytes came",
                assertThrows(IOException.class, short3::readAllBytes).getMessage());
    }

    @Test
    void aBodyThatTakesTooLongIsAFaultThoughBytesStillCome() {
        var late = timed(3, Duration.ZERO);
        assertThrows(SocketTimeoutException.class, late::read);
    }

    private static InputStream timed(long expected, Duration patience) {
        return new TimedInputStream(new ByteArrayInputStream(BODY), expected, patience);
    }
}
