package org.answerline.platform.config;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.answerline.platform.text.EmailSyntax;

/** The usual types of settings, each with its check and the message that belongs to it. */
final class SettingTypes {
    private static final int HIGHEST_PORT = 65_535;
    private static final int LEAST_MILLISECONDS = 100;
    private static final int MOST_MILLISECONDS = 9_999_999;
    private static final int MOST_OF_A_LIMIT = 999_999;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    // With a name or without: Support <support@example.org>.
    private static final Pattern MAILBOX = Pattern.compile("[^\\r\\n<>]*<([^<>]+)>|([^<>]+)");

    private SettingTypes() {}

    /** A text that passes the check, else the message is given. */
    static SettingBuilder<String> text(String name, Predicate<String> check, String message) {
        return new SettingBuilder<>(name, text -> verified(text, check.test(text)), message);
    }

    /** A text that matches the pattern, else the message is given. */
    static SettingBuilder<String> text(String name, String pattern, String message) {
        return text(name, Pattern.compile(pattern).asMatchPredicate(), message);
    }

    /** Any text. */
    static SettingBuilder<String> anyText(String name) {
        return text(name, text -> true, "");
    }

    /** One of these words. */
    static SettingBuilder<String> choice(String name, List<String> words) {
        return choice(name, words, word -> word);
    }

    /** One of these values, each written as a word. */
    static <T> SettingBuilder<T> choice(String name, List<T> values, Function<T, String> word) {
        return new SettingBuilder<>(
                name,
                text -> values.stream()
                        .filter(value -> word.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                "choice",
                values.stream().map(word).collect(Collectors.joining(", ")));
    }

    /** A whole number in these bounds, both included. */
    static SettingBuilder<Integer> wholeNumber(String name, int least, int most) {
        return wholeNumber(name, least, most, "whole_number");
    }

    /** The same with a message of its own, whose places {2} and {3} are the bounds. */
    static SettingBuilder<Integer> wholeNumber(String name, int least, int most, String message) {
        return new SettingBuilder<>(
                name, text -> number(text, least, most), message, Integer.toString(least), Integer.toString(most));
    }

    /** How many may be done in some time; 0 switches the limit off. */
    static SettingBuilder<Integer> limit(String name) {
        return wholeNumber(name, 0, MOST_OF_A_LIMIT, "limit");
    }

    /** A time in milliseconds, from a tenth of a second to almost three hours. */
    static SettingBuilder<Duration> milliseconds(String name) {
        return new SettingBuilder<>(
                name,
                text -> Duration.ofMillis(number(text, LEAST_MILLISECONDS, MOST_MILLISECONDS)),
                "milliseconds",
                Integer.toString(LEAST_MILLISECONDS),
                Integer.toString(MOST_MILLISECONDS));
    }

    /** A TCP port. */
    static SettingBuilder<Integer> port(String name) {
        return wholeNumber(name, 1, HIGHEST_PORT);
    }

    /** The URL of a site or service, http or https; the value has no slash at its end. */
    static SettingBuilder<String> baseUrl(String name) {
        return new SettingBuilder<>(
                name, text -> verified(text, isBaseUrl(text)).replaceFirst("/+$", ""), "base_url");
    }

    /** An e-mail address, with a name before it or without. */
    static SettingBuilder<String> mailbox(String name, String message) {
        return text(name, SettingTypes::isMailbox, message);
    }

    private static boolean isMailbox(String text) {
        Matcher mailbox = MAILBOX.matcher(text);
        return mailbox.matches()
                && EmailSyntax.isAddress(mailbox.group(1) == null ? mailbox.group(2) : mailbox.group(1))
                && isReadByTheMailer(text);
    }

    // A name with a comma, such as Acme, Inc. <support@example.org>, has to stand in quotes.
    private static boolean isReadByTheMailer(String text) {
        try {
            new InternetAddress(text);
            return true;
        } catch (AddressException wrong) {
            return false;
        }
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(verified(text, DIGITS.matcher(text).matches()));
        verified(text, number >= least && number <= most);
        return number;
    }

    private static boolean isBaseUrl(String text) {
        URI uri = URI.create(text);
        return uri.getHost() != null
                && List.of("http", "https").contains(uri.getScheme())
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static String verified(String text, boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
