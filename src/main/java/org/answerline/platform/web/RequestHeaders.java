package org.answerline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request without the headers that the desk ignores, so that no server fails on them.
 *
 * <p>Every path answers with one content type only, and sends it even if the client asks for another one, as RFC 9110 allows: Accept is
 * hidden. Accept-Language is reduced to the languages of the desk and rewritten in standard form.
 */
final class RequestHeaders extends HttpServletRequestWrapper {
    private static final String ACCEPT_LANGUAGE = "Accept-Language";
    private static final int FIRST_WEIGHT = 999;
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[^\" ]*\"");

    private final List<String> languages;
    /** Replacement values of headers; null for a hidden header. */
    private final Map<String, String> replaced = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    RequestHeaders(HttpServletRequest request) {
        super(request);
        languages = AcceptedLanguages.read(Collections.list(request.getHeaders(ACCEPT_LANGUAGE)));
        replaced.put("Accept", null);
        replaced.put("Accept-Charset", null);
        replaced.put(ACCEPT_LANGUAGE, languages.isEmpty() ? null : weighted(languages));
        List.of("If-Match", "If-None-Match").forEach(this::hideUnlessEntityTags);
    }

    /** Hides a malformed condition, on which JAX-RS would fail. */
    private void hideUnlessEntityTags(String name) {
        List<String> lines = Collections.list(super.getHeaders(name));
        if (!lines.stream().allMatch(RequestHeaders::isEntityTags)) {
            replaced.put(name, null);
        }
    }

    static boolean isEntityTags(String line) {
        String tags = ENTITY_TAG.matcher(line.replace('\t', ' ')).replaceAll("\t");
        return line.strip().equals("*")
                || Stream.of(tags.split(",", -1))
                        .allMatch(tag -> tag.replace(" ", "").equals("\t"));
    }

    private static String weighted(List<String> languages) {
        List<String> elements = new ArrayList<>(List.of(languages.get(0)));
        for (int i = 1; i < languages.size(); i++) {
            elements.add(languages.get(i) + ";q=0." + (FIRST_WEIGHT - i));
        }
        return String.join(", ", elements);
    }

    @Override
    public String getHeader(String name) {
        return replaced.containsKey(name) ? replaced.get(name) : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (!replaced.containsKey(name)) {
            return super.getHeaders(name);
        }
        String value = replaced.get(name);
        return Collections.enumeration(value == null ? List.of() : List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(name -> replaced.containsKey(name) && replaced.get(name) == null);
        return Collections.enumeration(names);
    }

    /** The preferred language; the machine's default if the client accepts none of the desk's languages, as on other servers. */
    @Override
    public Locale getLocale() {
        return languages.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(languages.get(0));
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return languages.isEmpty()
                ? Collections.enumeration(List.of(getLocale()))
                : Collections.enumeration(
                        languages.stream().map(Locale::forLanguageTag).toList());
    }
}
