package org.answerline.operations.alarms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.answerline.platform.text.Texts;

/**
 * One e-mail to the owner.
 *
 * @param over whether it tells that the alarm is over, not that it began
 */
record AlarmMail(Alarm alarm, Instant since, String reason, boolean over) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** What the owner is told of; its name in lower case is the key of its texts. */
    enum Alarm {
        TOKEN_REFUSED,
        CHAT_CLOSED,
        OUTBOX_LATE;

        String key() {
            return "alarm." + name().toLowerCase(Locale.ROOT);
        }
    }

    String subject(Texts texts) {
        return texts.get(over ? "alarm.over.subject" : alarm.key() + ".subject");
    }

    String text(Texts texts) {
        String what = texts.get(alarm.key() + ".subject");
        String time = TIME.format(since);
        return over ? texts.get("alarm.over.text", what, time) : texts.get(alarm.key() + ".text", time, reason);
    }
}
