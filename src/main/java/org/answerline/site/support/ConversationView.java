package org.answerline.site.support;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.conversation.message.ConversationPage;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.platform.text.Texts;
import org.answerline.site.view.FileView;

/**
 * A page of the conversation as the reader sees it: days, and the messages of each, the oldest first.
 *
 * @param older the cursor of the page before this one; null if there is none
 * @param newest id of the newest message on this page; 0 if there is none
 * @param isOlder whether this is not the newest page
 */
public record ConversationView(List<Day> days, Long older, long newest, boolean isOlder) {
    /** One day (UTC) with its name in the reader's language. */
    public record Day(LocalDate date, String name, List<Line> lines) {}

    /**
     * One message in the reader's language.
     *
     * @param anchor its place on the page
     * @param side the style of a question or of an answer
     * @param quote a line of what it replies to; null when that stands right before it, or it replies to nothing
     * @param text empty when there are only files
     * @param moment when it was written (ISO 8601)
     */
    public record Line(
            String anchor,
            String side,
            String author,
            String moment,
            String time,
            String subject,
            String quote,
            List<TextRun> text,
            List<FileView> files,
            String state) {
        private static final Line BLANK =
                new Line(null, "", "", null, "", "", "", List.of(new TextRun("", null)), List.of(), "");
    }

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    static ConversationView of(ConversationPage thread, boolean isOlder, Texts texts) {
        var days = new ArrayList<Day>();
        SupportMessage before = null;
        for (SupportMessage message : thread.messages()) {
            String quote = quote(message, before);
            before = message;
            day(days, message.createdAt().atOffset(ZoneOffset.UTC).toLocalDate(), texts)
                    .lines()
                    .add(line(message, quote, FileView.all(thread.filesOf(message), texts), texts));
        }
        long newest =
                thread.messages().stream().mapToLong(SupportMessage::id).max().orElse(0);
        return new ConversationView(
                days, thread.next().isPresent() ? thread.next().getAsLong() : null, newest, isOlder);
    }

    /** True before the first question. */
    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** What the script fills in when a message arrives. */
    public Line pattern() {
        return Line.BLANK;
    }

    private static Day day(List<Day> days, LocalDate date, Texts texts) {
        if (days.isEmpty() || !days.get(days.size() - 1).date().equals(date)) {
            var name = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(texts.locale());
            days.add(new Day(date, date.format(name), new ArrayList<>()));
        }
        return days.get(days.size() - 1);
    }

    private static String quote(SupportMessage message, SupportMessage before) {
        return before != null && before.id().equals(message.inReplyTo()) ? null : message.quote();
    }

    private static Line line(SupportMessage message, String quote, List<FileView> files, Texts texts) {
        boolean isAnswer = message.isFromAdmin();
        var time = message.createdAt().atOffset(ZoneOffset.UTC).format(HOUR);
        return new Line(
                "message-" + message.id(),
                (isAnswer ? "is-answer" : "is-question") + (isFailed(message) ? " is-failed" : ""),
                message.signature().orElseGet(() -> texts.get(isAnswer ? "page.thread.team" : "page.thread.you")),
                message.createdAt().toString(),
                texts.get("page.thread.time", time),
                message.subject(),
                quote,
                message.isWithdrawn() ? List.of() : TextRun.of(message.text(), message.marks()),
                files,
                state(message, texts));
    }

    /** What is worth saying about where a message is; that it arrived as it should is not. */
    private static String state(SupportMessage message, Texts texts) {
        var key = "page.thread.state." + (message.isFromAdmin() ? "answer." : "question.")
                + message.delivery().name().toLowerCase(Locale.ROOT);
        String delivery = texts.has(key) ? texts.get(key, reason(message.deliveryFailure(), texts)) : "";
        boolean isEdited = message.editedAt().isPresent() && !message.isWithdrawn();
        return !isEdited
                ? delivery
                : Stream.of(texts.get("page.thread.edited"), delivery)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
    }

    private static boolean isFailed(SupportMessage message) {
        return message.delivery() == DeliveryState.FAILED;
    }

    /** The one fault that the reader can fix has a text of ours; any other is shown as Telegram reports it. */
    private static String reason(String failure, Texts texts) {
        boolean blocked = failure != null && failure.contains("bot was blocked by the user");
        return blocked ? texts.get("page.thread.reason.blocked") : failure;
    }
}
