package org.answerline.site.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * What was typed into a question's form that is refused before a controller sees it; the error page shows it, so that nothing is lost.
 *
 * @param subject may be empty
 * @param message may be empty; only its beginning if the form was larger than is kept of a request
 */
public record TypedText(String subject, String message) {
    private static final String ATTRIBUTE = TypedText.class.getName();
    private static final TypedText NONE = new TypedText("", "");

    /** Keeps it for the error page of this request. */
    public static void keep(HttpServletRequest request, Map<String, String> fields) {
        request.setAttribute(
                ATTRIBUTE, new TypedText(fields.getOrDefault("subject", ""), fields.getOrDefault("message", "")));
    }

    static TypedText of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof TypedText typed ? typed : NONE;
    }
}
