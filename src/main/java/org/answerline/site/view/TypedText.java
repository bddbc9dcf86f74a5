package org.answerline.site.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * The text of a question's form that is refused before a controller sees it; the error page shows it, so that it is not lost.
 *
 * @param subject may be empty
 * @param message may be empty; only the beginning if the form exceeded the limit for a request
 */
public record TypedText(String subject, String message) {
    private static final String ATTRIBUTE = TypedText.class.getName();
    private static final TypedText NONE = new TypedText("", "");

    /** Keeps the text for the error page of this request. */
    public static void keep(HttpServletRequest request, Map<String, String> fields) {
        request.setAttribute(
                ATTRIBUTE, new TypedText(fields.getOrDefault("subject", ""), fields.getOrDefault("message", "")));
    }

    public boolean isEmpty() {
        return subject.isEmpty() && message.isEmpty();
    }

    static TypedText of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof TypedText typed ? typed : NONE;
    }
}
