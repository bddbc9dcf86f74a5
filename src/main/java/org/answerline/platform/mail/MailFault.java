package org.answerline.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ParseException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why the mail server did not accept an e-mail, without the server's own message, which may contain a person's address. */
public enum MailFault {
    /** Its certificate is not for this name, has expired, or is not signed by a trusted authority. */
    UNTRUSTED("its certificate is not trusted"),
    /** It does not speak TLS, or not there. */
    NO_TLS("it offers no encryption where SMTP_SECURITY demands it"),
    /** It does not accept user and password. */
    PASSWORD("it does not accept SMTP_USER and SMTP_PASSWORD"),
    /** It does not want this e-mail. */
    REFUSED("it refused the email"),
    /** It cannot be reached, or breaks off. */
    UNAVAILABLE("it does not respond, or not like a mail server");

    // Codes of replies to RCPT that say nothing about the address (RFC 4954: authentication is required), and words of
    // older servers.
    private static final Pattern POLICY = Pattern.compile("(?im)^5(?:30|54)\\b(?! 5\\.1)|\\b5\\.7\\.\\d|\\brelay");

    private final String words;

    MailFault(String words) {
        this.words = words;
    }

    /** What a failed e-mail says about the server. */
    public static MailFault of(MessagingException failure) {
        List<Throwable> causes = causes(failure).toList();
        if (causes.stream().anyMatch(MailFault::isDistrust)) {
            return UNTRUSTED;
        }
        if (failure instanceof AuthenticationFailedException) {
            return PASSWORD;
        }
        if (says(failure, "STARTTLS") || causes.stream().anyMatch(SSLException.class::isInstance)) {
            return NO_TLS;
        }
        return failure instanceof SendFailedException || failure instanceof ParseException ? REFUSED : UNAVAILABLE;
    }

    /**
     * Whether the mail server has refused the recipient for good: the address is malformed or unknown there, so that another attempt is
     * useless. A refusal by policy (enhanced status code 5.7, as for relaying) is the desk's own problem and no property of the address.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3463#section-3">the enhanced status codes</a>
     */
    public static boolean isAddressRefused(MessagingException failure) {
        if (failure instanceof AddressException) {
            return true;
        }
        return failure instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0
                && causes(failure).noneMatch(cause -> POLICY.matcher(String.valueOf(cause.getMessage()))
                        .find());
    }

    /** For the log. */
    public String description() {
        return words;
    }

    private static Stream<Throwable> causes(MessagingException failure) {
        return Stream.iterate((Throwable) failure, fault -> fault != null, Throwable::getCause)
                .limit(50);
    }

    private static boolean isDistrust(Throwable fault) {
        return fault instanceof CertificateException
                || fault instanceof CertPathBuilderException
                || fault instanceof SSLPeerUnverifiedException
                || says(fault, "Can't verify identity");
    }

    private static boolean says(Throwable fault, String words) {
        return String.valueOf(fault.getMessage()).contains(words);
    }
}
