package org.answerline.operations.alarms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.answerline.platform.text.Texts;

/**
 * One e-mail to the owner.
 *
 * @param over true if it says that the alarm is over, false if it says that it began
 */
record AlarmMail(AlarmKind alarm, Instant since, String reason, boolean over) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** The alarms that are sent; the name in lower case is the key of the texts. */
    enum AlarmKind {
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
