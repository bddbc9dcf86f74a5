package org.answerline.platform.config;

import java.nio.file.Path;
import java.util.List;
import org.answerline.platform.network.TrustedCertificates;

/** The settings of the mail server and of the e-mails that go to the owner. */
public final class MailSettings {
    private static final int MINUTES_OF_A_DAY = 1_440;

    /** Without it no e-mail is sent. */
    public static final Setting<String> HOST = SettingTypes.text("SMTP_HOST", "[^\\s:/]+|[0-9A-Fa-f:.]+", "mail_host")
            .documented("the mail server; without it no e-mail is sent");

    /** {@code starttls}, {@code tls} or {@code none}. */
    public static final Setting<String> SECURITY = SettingTypes.choice(
                    "SMTP_SECURITY", List.of("starttls", "tls", "none"))
            .usedWhen(MailSettings::isUsed)
            .byDefault("starttls")
            .documented(
                    "starttls, tls or none. With the first two nothing, and no password, is sent to a server that does"
                            + " not offer TLS or whose certificate is not trusted");

    /** A PEM file. */
    public static final Setting<Path> CA_FILE = new SettingBuilder<>(
                    "SMTP_CA_FILE", MailSettings::certificates, "ca_file")
            .usedWhen(MailSettings::isUsed)
            .documented(
                    "a PEM file whose certificates are trusted instead of those of the public authorities, for a mail"
                            + " server with a certificate of your own");

    /** The default depends on {@link #SECURITY}. */
    public static final Setting<Integer> PORT = SettingTypes.port("SMTP_PORT")
            .usedWhen(MailSettings::isUsed)
            .defaultNote("587; 465 with tls; 25 with none")
            .documented("the port of the mail server");

    /** Together with {@link #PASSWORD}. */
    public static final Setting<String> USER = SettingTypes.anyText("SMTP_USER")
            .usedWhen(MailSettings::isUsed)
            .rule(settings -> settings.isSet(MailSettings.USER) == settings.isSet(MailSettings.PASSWORD), "mail_user")
            .documented("the user name, if the mail server asks for one");

    /** Together with {@link #USER}. */
    public static final Setting<String> PASSWORD = SettingTypes.anyText("SMTP_PASSWORD")
            .usedWhen(MailSettings::isUsed)
            .secret()
            .documented("the password that belongs to SMTP_USER");

    /** The sender. */
    public static final Setting<String> FROM = SettingTypes.mailbox("SMTP_FROM", "mail_from")
            .usedWhen(MailSettings::isUsed)
            .requiredWhen(MailSettings::isUsed, "mail_from")
            .defaultNote("required with SMTP_HOST")
            .documented("the sender, such as `Support <support@example.org>`");

    /** Minutes; 0 switches these e-mails off. */
    public static final Setting<Integer> ANSWER_MINUTES = SettingTypes.wholeNumber(
                    "SUPPORT_MAIL_AFTER_MINUTES", 0, MINUTES_OF_A_DAY, "mail_after")
            .byDefault("5")
            .documented(
                    "after how many minutes a user gets an e-mail about an answer that neither their Telegram has got nor an"
                            + " open page has shown, 0 to 1440; needs SMTP_HOST. It goes to confirmed addresses only. 0: no such"
                            + " e-mails");

    /** {@code link} or {@code text}. */
    public static final Setting<String> ANSWER_CONTENT = SettingTypes.choice(
                    "SUPPORT_MAIL_CONTENT", List.of("link", "text"))
            .byDefault("link")
            .documented(
                    "link: such an e-mail has only a link to the conversation; text: it has the answers, too. E-mails are"
                            + " not encrypted on their whole way");

    /** The owner's address. */
    public static final Setting<String> ALARM_ADDRESS = SettingTypes.mailbox("SUPPORT_ALARM_EMAIL", "alarm_address")
            .rule(
                    settings -> isUsed(settings) || !settings.isSet(MailSettings.ALARM_ADDRESS),
                    "alarm_address.no_server")
            .documented(
                    "who gets an e-mail when messages cannot be delivered (the token is refused, the bot is not in the"
                            + " operators' chat, a message has waited for 15 minutes in which nothing was sent to its chat), and another when it is over, and one after the last"
                            + " reminder of SUPPORT_REMIND_MINUTES; needs SMTP_HOST");

    private MailSettings() {}

    private static boolean isUsed(Settings settings) {
        return settings.isSet(HOST);
    }

    private static Path certificates(String text) {
        // A text that is no path is an IllegalArgumentException, too.
        Path file = Path.of(text);
        if (!TrustedCertificates.areIn(file)) {
            throw new IllegalArgumentException();
        }
        return file;
    }
}
