package org.answerline.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersFilterTest {

    @ParameterizedTest
    @CsvSource({
        "desk.example.org, true",
        "desk.example.org., true",
        "desk.example.org:8443, true",
        "desk_1:8080, true",
        "localhost:, true",
        "192.0.2.1:80, true",
        "[2001:db8::1]:8080, true",
        "'', false",
        "desk:x, false",
        "desk:65536, false",
        "desk:80:80, false",
        "desk.example.org/x, false",
        "a b, false",
        "'desk,other', false",
        "user@desk, false",
        "desk<x>, false",
        "[desk], false",
        "[::1, false",
        "[::1]:99999, false",
        "desk%41, false",
        "дом.рф, false",
    })
    void knowsAHost(String host, boolean good) {
        assertEquals(good, HeadersFilter.isHost(host));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "*, true",
                "\"a\", true",
                "W/\"a\", true",
                "`\"a\", W/\"b\",\"\"`, true",
                "broken, false",
                "\"a, false",
                "W/, false",
                "`*, \"x\"`, false",
                "`\"a\" \"b\"`, false",
                "`\"a\",`, false",
                "``, false",
            })
    void knowsEntityTags(String line, boolean good) {
        assertEquals(good, RequestHeaders.isEntityTags(line));
    }
}
