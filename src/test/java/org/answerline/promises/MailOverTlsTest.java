package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.answerline.platform.config.Settings;
import org.answerline.platform.mail.MailFault;
import org.answerline.platform.mail.SmtpServer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail server is spoken to over TLS or not at all, and why not is a word, whatever the library throws. */
@Order(1)
class MailOverTlsTest {
    private static final Map<String, String> USUAL = Map.of();
    private static final MailCertificate ANOTHER = new MailCertificate();

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void aServerOfAnAuthorityThatIsTrustedIsGreeted(TlsProxy.Kind kind) {
        try (var mail = new MailServer(kind)) {
            assertDoesNotThrow(() -> server(mail, USUAL).greet());
            assertHarmless(mail);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void anUntrustedServerGetsNoData(TlsProxy.Kind kind) {
        try (var mail = new MailServer(kind)) {
            assertEquals(MailFault.UNTRUSTED, fault(mail, Map.of("SMTP_CA_FILE", "")));
            assertEquals(MailFault.UNTRUSTED, fault(mail, Map.of("SMTP_HOST", "localhost")));
            assertHarmless(mail);
        }
    }

    /** The file is meant instead of the certificates that Java brings, not besides. */
    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void javasCertificatesAreNotUsedBesideTheFile(TlsProxy.Kind kind) throws NoSuchAlgorithmException {
        var javas = SSLContext.getDefault();
        SSLContext.setDefault(MailCertificate.trusted().context());
        try (var mail = new MailServer(kind)) {
            assertDoesNotThrow(() -> server(mail, Map.of("SMTP_CA_FILE", "")).greet());
            var another = ANOTHER.file().toString();
            assertEquals(MailFault.UNTRUSTED, fault(mail, Map.of("SMTP_CA_FILE", another)));
            assertHarmless(mail);
        } finally {
            SSLContext.setDefault(javas);
        }
    }

    @Test
    void aRemovedOfferOfTlsIsNoticedBeforeThePasswordIsSent() {
        try (var mail = new MailServer(TlsProxy.Kind.STRIPPED)) {
            assertEquals(MailFault.NO_TLS, fault(mail, USUAL));
            assertHarmless(mail);
        }
    }

    @Test
    void whatElseCanGoWrongHasItsName() {
        try (var mail = new MailServer(TlsProxy.Kind.STARTTLS)) {
            assertEquals(MailFault.NO_TLS, fault(mail, Map.of("SMTP_SECURITY", "tls")));
            assertEquals(MailFault.PASSWORD, fault(mail, Map.of("SMTP_PASSWORD", "another")));
            mail.stop();
            assertEquals(MailFault.UNAVAILABLE, fault(mail, USUAL));
            assertEquals(MailFault.UNAVAILABLE, fault(mail, Map.of("SMTP_PORT", "1")));
        }
    }

    @Test
    void aPasswordThatCanBeReadOnTheWayIsKnown() {
        var plain = new HashMap<>(Map.of("SMTP_HOST", "mail.example.org", "SMTP_SECURITY", "none"));
        assertTrue(new SmtpServer(new Settings(plain::get)).isOverheard());
        plain.put("SMTP_HOST", "127.0.0.1");
        assertTrue(!new SmtpServer(new Settings(plain::get)).isOverheard());
    }

    private static SmtpServer server(MailServer mail, Map<String, String> changes) {
        var settings = new HashMap<>(mail.settings());
        settings.putAll(changes);
        return new SmtpServer(new Settings(settings::get));
    }

    private static MailFault fault(MailServer mail, Map<String, String> changes) {
        return MailFault.of(assertThrows(
                MessagingException.class, () -> server(mail, changes).greet()));
    }

    private static void assertHarmless(MailServer mail) {
        assertTrue(
                mail.saidInTheClear().stream().allMatch(line -> line.matches("EHLO .*|STARTTLS|QUIT")),
                mail.saidInTheClear().toString());
    }
}
