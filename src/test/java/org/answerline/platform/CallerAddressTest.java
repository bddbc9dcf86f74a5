package org.answerline.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, , 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "10.0.0.5, '198.51.100.1, 203.0.113.7', 203.0.113.7",
        "10.0.0.5, '198.51.100.1, 203.0.113.7, 10.0.0.6', 203.0.113.7",
        "10.0.0.5, '10.0.0.6', 10.0.0.6",
        "10.0.0.5, unknown, unknown",
        "10.0.1.5, 203.0.113.7, 10.0.1.5",
    })
    void believesOnlyTrustedProxies(String peer, String forwardedFor, String caller) {
        assertEquals(caller, new CallerAddress("10.0.0.0/24").nearest(peer, forwardedFor));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:0:1:2:3:4:5, 2001:db8:0:1::/64",
        "2001:0db8:0000:0001::9, 2001:db8:0:1::/64",
        "2001:db8::9, 2001:db8:0:0::/64",
        "::1, 0:0:0:0::/64",
        "fe80:0:0:0:1:2:3:4%eth0, fe80:0:0:0::/64",
    })
    void takesANetworkOfIpv6ForOneCaller(String address, String network) {
        assertEquals(network, CallerAddress.network(address));
    }
}
