package org.answerline.conversation.hours;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.answerline.platform.text.Texts;

/**
 * A period outside the opening hours, in which nobody answers.
 *
 * @param from its first moment
 * @param until when somebody is back; empty if that is not known
 * @param zone the time zone of the team
 */
public record ClosedPeriod(Instant from, Optional<Instant> until, ZoneId zone) {

    /**
     * Says when somebody is back, in the team's time zone, which is named.
     *
     * @param key of the text with a place for the time; the text without one has the key {@code key + ".unknown"}
     */
    public String text(Texts texts, String key) {
        return until.map(back -> texts.get(key, moment(back, texts))).orElseGet(() -> texts.get(key + ".unknown"));
    }

    private String moment(Instant back, Texts texts) {
        var format = DateTimeFormatter.ofPattern(texts.get("hours.pattern"), texts.locale());
        return texts.get("hours.moment", format.format(back.atZone(zone)), zone.getId());
    }
}
