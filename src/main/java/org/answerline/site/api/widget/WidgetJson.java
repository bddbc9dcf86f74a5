package org.answerline.site.api.widget;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.hours.ClosedPeriod;
import org.answerline.conversation.hours.DeskHours;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.text.Texts;

/**
 * What the widget has to know about the desk.
 *
 * @param originIsNamed whether the page that asks may carry the widget
 * @param supportUrl relative to the top of the site, as all URLs here
 * @param signUpUrl null if nobody can open an account here
 * @param guestUrl the page with the form for questions without an account; null if guests are not taken
 * @param files null if files are not accepted
 * @param closed when nobody answers: now, and in the next days; empty if somebody always does
 * @param colour {@code #} and six hexadecimal digits; left out if the owner has chosen none
 * @param texts by their keys, without the prefix {@code widget.}
 */
public record WidgetJson(
        String language,
        boolean originIsNamed,
        String supportUrl,
        String signInUrl,
        String signUpUrl,
        String guestUrl,
        Files files,
        Limits limits,
        List<Closed> closed,
        @JsonbProperty(nillable = false) String colour,
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

    /**
     * A time at which nobody answers.
     *
     * @param from ISO 8601 in UTC
     * @param until when somebody is back, ISO 8601 in UTC; null if that is not known
     * @param text says so, in the language of the texts
     */
    public record Closed(String from, String until, String text) {
        private static Closed of(ClosedPeriod period, Texts texts) {
            return new Closed(
                    period.from().toString(),
                    period.until().map(Instant::toString).orElse(null),
                    DeskHours.text(period, texts));
        }
    }

    static WidgetJson of(
            Texts texts,
            boolean signUpIsOpen,
            boolean guestsAreTaken,
            Attachments attachments,
            boolean isNamed,
            List<ClosedPeriod> closedPeriods,
            Optional<String> colour) {
        Files files = attachments.areTaken()
                ? new Files((long) attachments.largestMegabytes() << 20, attachments.most())
                : null;
        return new WidgetJson(
                texts.locale().getLanguage(),
                isNamed,
                "/support/",
                "/account/sign-in/",
                signUpIsOpen ? "/account/sign-up/" : null,
                guestsAreTaken ? "/support/" : null,
                files,
                new Limits(NewQuestion.TEXT_MAX),
                closedPeriods.stream().map(period -> Closed.of(period, texts)).toList(),
                colour.orElse(null),
                texts(texts, guestsAreTaken));
    }

    private static Map<String, String> texts(Texts texts, boolean guestsAreTaken) {
        Map<String, String> all = new TreeMap<>(texts.under("widget."));
        if (guestsAreTaken) {
            all.put("card.out.text", texts.get("guest.widget"));
        }
        return all;
    }
}
