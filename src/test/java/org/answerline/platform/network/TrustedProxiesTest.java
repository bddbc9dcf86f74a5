package org.answerline.platform.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, true",
        "192.0.2.8, false",
        "10.1.127.255, true",
        "10.1.128.0, false",
        "2001:db8::5, true",
        "2001:db8:1::5, false",
        "0:0:0:0:0:0:0:1, true",
        "::ffff:192.0.2.7, true",
        "fe80::1%eth0, false",
        "unknown, false"
    })
    void includesAddressesAndNetworks(String address, boolean trusted) {
        var proxies = TrustedProxies.of("192.0.2.7, 10.1.0.0/17,2001:db8::/48,::1");
        assertEquals(trusted, proxies.include(address));
    }

    @Test
    void trustsNobodyByDefault() {
        assertFalse(TrustedProxies.of(",").include("127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy",
                "localhost",
                "192.0.2.7/33",
                "192.0.2.7/x",
                "192.0.2",
                "999.1.1.1",
                "beef",
                "192.0.2.7/-1",
                "192.0.2.7:443",
                "300.1.1.1"
            })
    void refusesWhatIsNoNetwork(String list) {
        assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(list));
    }
}
