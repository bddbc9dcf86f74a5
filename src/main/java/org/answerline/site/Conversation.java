package org.answerline.site;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.answerline.conversation.SupportMessage;
import org.answerline.conversation.Thread;
import org.answerline.platform.Texts;

/** A page of the conversation as the reader sees it: days, and the messages of each, the newest first. */
public record Conversation(List<Day> days, Long older) {
    /** One day (UTC) with its name in the reader's language. */
    public record Day(LocalDate date, String name, List<Line> lines) {}

    /** One message; source and state are keys of texts, and the reason is for the state of what failed. */
    public record Line(
            long id,
            String subject,
            String text,
            List<ShownFile> files,
            boolean fromAdmin,
            String moment,
            String time,
            String source,
            String state,
            String reason) {}

    static Conversation of(Thread thread, Texts texts) {
        var days = new ArrayList<Day>();
        var newestFirst = new ArrayList<>(thread.messages());
        Collections.reverse(newestFirst);
        for (SupportMessage message : newestFirst) {
            day(days, message.createdAt().atOffset(ZoneOffset.UTC).toLocalDate(), texts)
                    .lines()
                    .add(line(message, ShownFile.all(thread.filesOf(message), texts), texts));
        }
        return new Conversation(days, thread.next().isPresent() ? thread.next().getAsLong() : null);
    }

    /** True before the first question. */
    public boolean isEmpty() {
        return days.isEmpty();
    }

    private static Day day(List<Day> days, LocalDate date, Texts texts) {
        if (days.isEmpty() || !days.get(days.size() - 1).date().equals(date)) {
            var name = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(texts.locale());
            days.add(new Day(date, date.format(name), new ArrayList<>()));
        }
        return days.get(days.size() - 1);
    }

    private static Line line(SupportMessage message, List<ShownFile> files, Texts texts) {
        var moment = message.createdAt().atOffset(ZoneOffset.UTC);
        String side = message.isFromAdmin() ? "answer" : "question";
        return new Line(
                message.id(),
                message.subject(),
                message.text(),
                files,
                message.isFromAdmin(),
                message.createdAt().toString(),
                moment.format(DateTimeFormatter.ofPattern("HH:mm")),
                "page.thread.source." + lower(message.source()),
                "page.thread.state." + side + "." + lower(message.delivery()),
                reason(message.deliveryFailure(), texts));
    }

    /** The one fault its reader can mend is said in words; any other in Telegram's. */
    private static String reason(String failure, Texts texts) {
        boolean blocked = failure != null && failure.contains("bot was blocked by the user");
        return blocked ? texts.get("page.thread.reason.blocked") : failure;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
