package org.answerline.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.answerline.platform.web.HeaderText;
import org.junit.jupiter.api.Test;

class ExternalUserTest {

    @Test
    void withoutANameTheAddressStandsForIt() {
        assertEquals(
                "ann@example.org", ExternalUser.told(" ann@example.org ", " ").fullName());
    }

    @Test
    void aNameIsOneLineAndNotTooLong() {
        var person = ExternalUser.told("ann@example.org", "Ann\n" + "\uD83D\uDE00".repeat(200));
        assertEquals(150, person.fullName().codePointCount(0, person.fullName().length()));
        assertTrue(person.fullName().startsWith("Ann "));
    }

    @Test
    void anInvalidAddressIdentifiesNobody() {
        assertFalse(ExternalUser.told("", "Ann").isKnown());
        assertFalse(ExternalUser.told("x".repeat(255), "Ann").isKnown());
        assertFalse(ExternalUser.told("\u0130van@example.org", "Ivan").isKnown());
        assertFalse(ExternalUser.told("ivan@\uFF45xample.org", "Ivan").isKnown());
    }

    @Test
    void anAddressOrANameOfARealmIdentifiesItsUser() {
        assertTrue(ExternalUser.told("ann@почта.рф", "Ann").isKnown());
        assertTrue(ExternalUser.told("ann", "Ann").isKnown());
    }

    @Test
    void headersAreReadAsProxiesWriteThem() {
        var sent = new String("Анна".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals("Анна", HeaderText.decode(sent));
        assertEquals("Анна", HeaderText.decode("Анна"));
        assertEquals("Zo\u00EB", HeaderText.decode("Zo\u00EB"));
    }
}
