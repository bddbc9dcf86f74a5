package org.answerline.site.form;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.answerline.platform.web.PercentEncoding;

/**
 * The parameters of a header field such as {@code form-data; name="a"; filename*=UTF-8''b}: quoted or not, in any order.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8187">RFC 8187, for names with an asterisk</a>
 */
final class HeaderParameters {
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String text;
    private int at;

    private HeaderParameters(String text) {
        this.text = text;
    }

    static HeaderParameters of(String field) {
        var parameters = new HeaderParameters(field);
        parameters.readAll();
        return parameters;
    }

    /** The value; that of the extended form, if it is written in both; null for none. */
    String get(String name) {
        String extended = extended(values.get(name + "*"));
        return extended == null ? values.get(name) : extended;
    }

    private void readAll() {
        at = text.indexOf(';') + 1;
        while (at > 0 && at < text.length()) {
            int equals = text.indexOf('=', at);
            int semicolon = text.indexOf(';', at);
            if (equals < 0) {
                return;
            }
            if (semicolon >= 0 && semicolon < equals) {
                at = semicolon + 1;
                continue;
            }
            String name = text.substring(at, equals).strip();
            at = equals + 1;
            values.putIfAbsent(name, value());
        }
    }

    private String value() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '"' ? quoted() : token();
    }

    private String token() {
        int end = text.indexOf(';', at);
        String token = text.substring(at, end < 0 ? text.length() : end).strip();
        at = end < 0 ? text.length() : end + 1;
        return token;
    }

    // Browsers write a quote as %22 (https://html.spec.whatwg.org/#multipart-form-data), others as \"; old ones leave
    // the backslashes of a path as they are.
    private String quoted() {
        var value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.startsWith("\\\"", at) && text.indexOf('"', at + 2) >= 0) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        int end = text.indexOf(';', at);
        at = end < 0 ? text.length() : end + 1;
        return value.toString().replace("%22", "\"").replaceAll("(?i)%0[DA]", "");
    }

    /** {@code UTF-8'en'%D1%91}, the language being of no use here. */
    private static String extended(String written) {
        String[] parts = written == null ? new String[0] : written.split("'", 3);
        if (parts.length < 3) {
            return null;
        }
        try {
            return PercentEncoding.decode(
                    parts[2].replace("+", "%2B"), Charset.forName(parts[0].toUpperCase(Locale.ROOT)));
        } catch (CharacterCodingException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
