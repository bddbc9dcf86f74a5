package org.answerline.site.api.widget;

import java.util.Map;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.text.Texts;

/**
 * What the widget has to know about the desk.
 *
 * @param originIsNamed whether the page that asks may carry the widget
 * @param supportUrl relative to the top of the site, as all URLs here
 * @param signUpUrl null if nobody can open an account here
 * @param files null if files are not accepted
 * @param texts by their keys, without the prefix {@code widget.}
 */
public record WidgetJson(
        String language,
        boolean originIsNamed,
        String supportUrl,
        String signInUrl,
        String signUpUrl,
        Files files,
        Limits limits,
        Map<String, String> texts) {

    /**
     * What files are accepted.
     *
     * @param maxBytes of one file
     * @param count of the files of one question
     */
    public record Files(long maxBytes, int count) {}

    /**
     * How long a text may be.
     *
     * @param message in characters (Unicode code points)
     */
    public record Limits(int message) {}

    static WidgetJson of(Texts texts, boolean signUpIsOpen, Attachments attachments, boolean isNamed) {
        Files files = attachments.areTaken()
                ? new Files((long) attachments.largestMegabytes() << 20, attachments.most())
                : null;
        return new WidgetJson(
                texts.locale().getLanguage(),
                isNamed,
                "/support/",
                "/account/sign-in/",
                signUpIsOpen ? "/account/sign-up/" : null,
                files,
                new Limits(NewQuestion.TEXT_MAX),
                texts.under("widget."));
    }
}
