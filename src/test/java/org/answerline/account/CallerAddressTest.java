package org.answerline.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "::1",
                "0:0:0:0:0:0:0:1",
                "fd00:0:0:0:0:0:0:1"
            })
    void takesOurOwnNetworkForAProxy(String address) {
        assertTrue(CallerAddress.isNeighbour(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"172.32.0.1", "8.8.8.8", "2001:db8:0:0:0:0:0:1", "100.64.0.1"})
    void takesTheWorldForCallers(String address) {
        assertFalse(CallerAddress.isNeighbour(address));
    }

    @Test
    void believesOnlyTheNearestEntry() {
        assertEquals("203.0.113.7", CallerAddress.last("1.1.1.1, 203.0.113.7"));
    }
}
