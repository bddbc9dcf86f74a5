package org.answerline.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityHeadersFilterTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "none, 'none'",
                "self, 'self'",
                "\"self, https://www.example.org\", 'self' https://www.example.org",
                "https://none.example, https://none.example",
            })
    void ancestorsAreWrittenAsTheHeaderHasThem(String setting, String written) {
        assertEquals(written, SecurityHeadersFilter.ancestors(setting));
    }
}
