package org.answerline.operations.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.answerline.platform.mail.TrustedCertificates;

/** Looks at the settings of the mail server; without SMTP_HOST there is none, and the others do not matter. */
final class MailSettings {
    private static final int HIGHEST_PORT = 65535;

    private final UnaryOperator<String> environment;
    private final List<String> problems = new ArrayList<>();

    private MailSettings(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    static List<String> problems(UnaryOperator<String> environment) {
        MailSettings check = new MailSettings(environment);
        if (check.value("SMTP_HOST").isPresent()) {
            check.mailServer();
        }
        check.alarms();
        return check.problems;
    }

    private void alarms() {
        Optional<String> address = value("SUPPORT_ALARM_EMAIL");
        check("SUPPORT_ALARM_EMAIL", address.map(MailSettings::isAddress).orElse(true), "must be an email address.");
        check(
                "SUPPORT_ALARM_EMAIL",
                address.isEmpty() || value("SMTP_HOST").isPresent(),
                "needs SMTP_HOST and the other SMTP settings: without a mail server no alarm can be sent.");
    }

    private void mailServer() {
        check(
                "SMTP_HOST",
                value("SMTP_HOST").orElseThrow().matches("[^\\s:/]+|[0-9A-Fa-f:.]+"),
                "must be the name of the mail server.");
        check(
                "SMTP_PORT",
                value("SMTP_PORT").map(MailSettings::isPort).orElse(true),
                "must be a number from 1 to 65535.");
        check(
                "SMTP_SECURITY",
                value("SMTP_SECURITY")
                        .map(word -> word.matches("none|starttls|tls"))
                        .orElse(true),
                "must be none, starttls or tls.");
        check(
                "SMTP_CA_FILE",
                value("SMTP_CA_FILE").map(MailSettings::holdsCertificates).orElse(true),
                "must be a readable file with certificates in PEM form.");
        check(
                "SMTP_FROM",
                value("SMTP_FROM").map(MailSettings::isAddress).orElse(false),
                "must be the sender's email address.");
        check(
                "SMTP_USER",
                value("SMTP_USER").isPresent() == value("SMTP_PASSWORD").isPresent(),
                "and SMTP_PASSWORD must be set together, or neither.");
        // From the request it could be forged, and the e-mail with the link would lead to the forger.
        check(
                "SUPPORT_PUBLIC_URL",
                value("SUPPORT_PUBLIC_URL").isPresent(),
                "is not set: links in emails need the site's address.");
    }

    private void check(String name, boolean right, String demand) {
        if (!right) {
            problems.add(name + " " + demand);
        }
    }

    private static boolean holdsCertificates(String file) {
        try {
            return TrustedCertificates.areIn(Path.of(file));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= HIGHEST_PORT;
    }

    // With a name or without: Support <support@example.org>.
    private static boolean isAddress(String text) {
        return text.matches("[^\\r\\n]*?<?[^\\s@<>]+@[^\\s@<>]+>?");
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
