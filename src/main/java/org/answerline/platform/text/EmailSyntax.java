package org.answerline.platform.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an e-mail address looks like, and where its e-mails go.
 *
 * <p>Addresses are compared without regard to case, and a mail server without SMTPUTF8 gets ASCII. A character for which one of both means
 * another character would let the owner of one mailbox prove the address of another, so such addresses are refused.
 */
public final class EmailSyntax {
    /** The greatest length, in characters (RFC 5321, 4.5.3.1.3, without the angle brackets). */
    public static final int MAX = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final int ASCII_END = 0x80;
    // Not a full RFC 5321 check: only what cannot be an address, or could fake one in a line of text.
    private static final Pattern ADDRESS =
            Pattern.compile("([^\\s@<>()\",;:\\\\\\[\\]]+)@([^\\s@<>()\",;:\\\\\\[\\]]+)");

    /** Why a text is no address. */
    public enum Fault {
        /** It does not look like one. */
        FORM,
        /** The part before the @ has other characters than ASCII. */
        LOCAL_PART,
        /** The domain cannot be written in ASCII, or is another one when it is. */
        DOMAIN
    }

    private EmailSyntax() {}

    /** Whether the text can be an address. */
    public static boolean isAddress(String email) {
        return fault(email).isEmpty();
    }

    /** Why the text cannot be an address; empty if it can. */
    public static Optional<Fault> fault(String email) {
        Matcher matcher = ADDRESS.matcher(email);
        boolean isFormed = InputText.length(email) <= MAX
                && email.codePoints().noneMatch(InputText::isInkless)
                && matcher.matches()
                && matcher.group(1).length() <= LONGEST_LOCAL_PART
                && isDomain(matcher.group(2));
        if (!isFormed) {
            return Optional.of(Fault.FORM);
        }
        if (!isAscii(matcher.group(1))) {
            return Optional.of(Fault.LOCAL_PART);
        }
        return asciiDomain(matcher.group(2))
                        .filter(domain -> matcher.group(1).length() + 1 + domain.length() <= MAX)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Fault.DOMAIN);
    }

    /**
     * The address as a mail server gets it: its domain in ASCII ({@code xn--…}).
     *
     * @return empty if the text is no address
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3490#section-4.1">ToASCII</a>
     */
    public static Optional<String> asciiForm(String email) {
        int local = email.lastIndexOf('@') + 1;
        return isAddress(email)
                ? asciiDomain(email.substring(local)).map(domain -> email.substring(0, local) + domain)
                : Optional.empty();
    }

    /** The address as people write it: its domain with the letters that {@code xn--…} stands for. */
    public static String unicodeForm(String email) {
        int local = email.lastIndexOf('@') + 1;
        return email.substring(0, local) + IDN.toUnicode(email.substring(local));
    }

    private static boolean isDomain(String name) {
        return !name.startsWith(".") && !name.endsWith(".") && !name.contains("..");
    }

    private static Optional<String> asciiDomain(String name) {
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            return isAscii(name) || isItself(name, ascii) ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException unwritable) {
            return Optional.empty();
        }
    }

    /** ToASCII maps full-width letters, ß and others to letters of another domain, which may belong to somebody else. */
    private static boolean isItself(String name, String ascii) {
        return name.codePoints().noneMatch(EmailSyntax::isOtherCaseOfAscii)
                && lowerCase(IDN.toUnicode(ascii)).equals(lowerCase(name));
    }

    private static boolean isOtherCaseOfAscii(int character) {
        return character >= ASCII_END
                && (Character.toLowerCase(character) < ASCII_END || Character.toUpperCase(character) < ASCII_END);
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < ASCII_END);
    }
}
