package org.answerline.platform.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.answerline.platform.text.EmailSyntax.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSyntaxTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, ann@example.org",
        "Ann.O'Neil+news@Example.ORG, Ann.O'Neil+news@Example.ORG",
        "ann@localhost, ann@localhost",
        "ann@почта.рф, ann@xn--80a1acny.xn--p1ai",
        "ann@Почта.РФ, ann@xn--80a1acny.xn--p1ai",
        "ann@xn--80a1acny.xn--p1ai, ann@xn--80a1acny.xn--p1ai",
        "ann@münchen.example, ann@xn--mnchen-3ya.example"
    })
    void isSentToTheAsciiFormOfItsDomain(String typed, String sentTo) {
        assertTrue(EmailSyntax.isAddress(typed));
        assertEquals(Optional.of(sentTo), EmailSyntax.asciiForm(typed));
    }

    /** A mail server gets one byte of each character, so that the e-mail would go to another mailbox. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0130van@example.org", // capital I with a dot, in some places the capital of i
                "\u0131van@example.org", // i without a dot
                "\u212Aate@example.org", // Kelvin sign
                "\u017Fam@example.org", // long s
                "\uFF41nn@example.org", // full width
                "\u0430nn@example.org", // Cyrillic
                "j\u00F6rg@example.org",
                "ann\uD83D\uDE42@example.org"
            })
    void hasOnlyAsciiBeforeTheAt(String typed) {
        assertRefused(Fault.LOCAL_PART, typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@\uFF45xample.org", // full width, becomes example.org
                "ann@example\u3002org", // an ideographic full stop
                "ann@stra\u00DFe.example", // becomes strasse.example
                "ann@\u212Aiosk.example", // Kelvin sign
                "ann@\u0130van.example",
                "ann@\u0131van.example", // its capital is I
                "ann@\u03BB\u03CC\u03B3\u03BF\u03C2.example", // a final sigma becomes another sigma
                "ann@exa_mple.org",
                "ann@-example.org",
                "ann@exam!ple.org"
            })
    void hasADomainThatIsItself(String typed) {
        assertRefused(Fault.DOMAIN, typed);
    }

    @Test
    void hasADomainThatMailServersCanWrite() {
        assertRefused(Fault.DOMAIN, "ann@" + "x".repeat(64) + ".example");
        // Short enough as it is typed, and too long in ASCII.
        assertRefused(
                Fault.DOMAIN, "a".repeat(60) + "@" + "\u043F\u043E\u0447\u0442\u0430\u044F.".repeat(24) + "example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.org",
                "ann@",
                "a b@example.org",
                "ann@example..org",
                "ann@.org",
                "ann@org.",
                "a@b@c",
                "<ann@c>"
            })
    void hasTheFormOfOne(String typed) {
        assertRefused(Fault.FORM, typed);
    }

    private static void assertRefused(Fault fault, String typed) {
        assertEquals(Optional.of(fault), EmailSyntax.fault(typed));
        assertEquals(Optional.empty(), EmailSyntax.asciiForm(typed));
    }
}
