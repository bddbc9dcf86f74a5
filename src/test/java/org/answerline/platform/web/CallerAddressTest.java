package org.answerline.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.answerline.platform.config.Settings;
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
        "10.0.0.5, unknown, 10.0.0.5",
        "10.0.0.5, '198.51.100.1, _hidden', 10.0.0.5",
        "10.0.0.5, '198.51.100.1, 300.1.1.1, 10.0.0.6', 10.0.0.6",
        "10.0.0.5, '203.0.113.7:50001', 203.0.113.7",
        "10.0.0.5, '203.0.113.7:50002', 203.0.113.7",
        "10.0.0.5, '::ffff:203.0.113.7', 203.0.113.7",
        "10.0.0.5, '[::ffff:203.0.113.7]:443', 203.0.113.7",
        "10.0.0.5, '::FFFF:cb00:7107', 203.0.113.7",
        "10.0.0.5, '\"203.0.113.7\"', 203.0.113.7",
        "10.0.0.5, '[2001:db8:1:2:3::4]:50001', 2001:db8:1:2::/64",
        "10.0.0.5, '2001:db8:1:2:3::4%eth0', 2001:db8:1:2::/64",
        "10.0.0.5, '[2001:db8:1:2:3::4%25eth0]', 2001:db8:1:2::/64",
        "10.0.0.5, '203.0.113.7:50001, 10.0.0.6:443', 203.0.113.7",
        "::ffff:10.0.0.5, '203.0.113.7', 203.0.113.7",
        "10.0.1.5, 203.0.113.7, 10.0.1.5",
    })
    void believesOnlyTrustedProxies(String peer, String forwardedFor, String caller) {
        assertEquals(
                caller,
                new CallerAddress(new Settings(Map.of("SUPPORT_TRUSTED_PROXIES", "10.0.0.0/24")::get))
                        .nearest(peer, forwardedFor == null ? List.of() : List.of(forwardedFor.split(", *"))));
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
        assertEquals(network, new CallerAddress().nearest(address, List.of()));
    }
}
