package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.Mailer;
import org.answerline.sandbox.Beans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To which mailbox an e-mail goes, and from which it comes: what a mail server gets of an address. */
class MailAddressesTest {
    private final ScriptedMailServer server = new ScriptedMailServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void domainsAreSentInAscii() throws MessagingException {
        send(Map.of("SMTP_FROM", "Поддержка <support@почта.рф>"), "ann@почта.рф");
        assertEquals(
                List.of("MAIL FROM:<support@xn--80a1acny.xn--p1ai>", "RCPT TO:<ann@xn--80a1acny.xn--p1ai>"),
                server.envelopes());
        String mail = server.texts().get(0);
        assertTrue(mail.contains("From: =?UTF-8?"), mail);
        assertTrue(mail.contains("<support@xn--80a1acny.xn--p1ai>"), mail);
        assertTrue(mail.contains("To: ann@xn--80a1acny.xn--p1ai\n"), mail);
    }

    @Test
    void namesBesideThemArePassedOn() throws MessagingException {
        send(Map.of("SMTP_FROM", "Support Team <support@example.org>"), "\"Owner, Olga\" <olga@example.org>");
        assertEquals(List.of("MAIL FROM:<support@example.org>", "RCPT TO:<olga@example.org>"), server.envelopes());
        String mail = server.texts().get(0);
        assertTrue(mail.contains("From: Support Team <support@example.org>\n"), mail);
        assertTrue(mail.contains("To: \"Owner, Olga\" <olga@example.org>\n"), mail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0130van@example.org", "j\u00F6rg@example.org", "ann@\uFF45xample.org", "ann"})
    void whatIsNoAddressGetsNothing(String address) {
        var refused = assertThrows(AddressException.class, () -> send(Map.of(), address));
        assertTrue(MailFault.isAddressRefused(refused));
        assertEquals(List.of(), server.envelopes());
    }

    private void send(Map<String, String> settings, String to) throws MessagingException {
        try (var beans = new Beans()) {
            server.settings().forEach(beans::setting);
            settings.forEach(beans::setting);
            beans.with(Clock.class, Clock.systemUTC()).get(Mailer.class).send(to, "Subject", "Text\n");
        }
    }
}
