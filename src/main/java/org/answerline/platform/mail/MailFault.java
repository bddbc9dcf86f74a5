package org.answerline.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.ParseException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.List;
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

    private final String words;

    MailFault(String words) {
        this.words = words;
    }

    /** What a failed e-mail says about the server. */
    public static MailFault of(MessagingException failure) {
        List<Throwable> causes = Stream.iterate((Throwable) failure, fault -> fault != null, Throwable::getCause)
                .limit(50)
                .toList();
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

    /** For the log. */
    public String description() {
        return words;
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
