package org.answerline.account.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionPrincipalTest {

    @Test
    void isReadAsItWasWritten() {
        var caller = new SessionPrincipal(17, 3);
        assertEquals("17.3", caller.toString());
        assertEquals(Optional.of(caller), SessionPrincipal.read("17.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "17.", ".3", "-17.3", "17.3.1", "ann@example.org", "9999999999999999999.0"})
    void nothingElseIsACaller(String name) {
        assertEquals(Optional.empty(), SessionPrincipal.read(name));
    }
}
