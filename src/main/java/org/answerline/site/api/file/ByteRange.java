package org.answerline.site.api.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a content that a reader asks for: browsers look for the end of a video before they show its beginning.
 *
 * @param from the first byte, counted from 0
 * @param to the byte after the last
 * @param size of the whole content
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, range requests</a>
 */
record ByteRange(long from, long to, long size) {
    private static final Pattern SINGLE = Pattern.compile("(?i)\\s*bytes\\s*=\\s*([0-9]*)\\s*-\\s*([0-9]*)\\s*,?\\s*");
    private static final int LONGEST_NUMBER = 18;

    /**
     * Reads the header. Several ranges at once are answered like none, as RFC 9110 allows.
     *
     * @return empty when the whole content is meant; a range that is not {@link #isSatisfiable} lies outside of the content
     */
    static Optional<ByteRange> read(String header, long size) {
        Matcher single = SINGLE.matcher(header == null ? "" : header);
        if (!single.matches() || single.group(1).isEmpty() && single.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (single.group(1).isEmpty()) {
            long last = number(single.group(2));
            return Optional.of(new ByteRange(last == 0 ? size : Math.max(0, size - last), size, size));
        }
        long first = number(single.group(1));
        long last = single.group(2).isEmpty() ? Long.MAX_VALUE - 1 : number(single.group(2));
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(size, last + 1), size));
    }

    boolean isSatisfiable() {
        return from < to;
    }

    /** The header that says what is sent, or what could be. */
    String contentRange() {
        return isSatisfiable() ? "bytes " + from + "-" + (to - 1) + "/" + size : "bytes */" + size;
    }

    private static long number(String digits) {
        return digits.length() > LONGEST_NUMBER ? Long.MAX_VALUE - 1 : Long.parseLong(digits);
    }
}
