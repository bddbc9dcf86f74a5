package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OpenConversationText;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.conversation.team.ConversationNotes;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.text.Quote;
import org.answerline.platform.text.Texts;

/**
 * Shows operators what was said and noted in a conversation. Plain text without layout, so that nothing a user typed can imitate the bot;
 * a Reply to it is an answer in that conversation.
 */
@ApplicationScoped
@Transactional
public class HistoryCard {

    private static final int HISTORY = 10;

    /** Characters of the lines; a text of the bot may have 4096. */
    private static final int MOST = 3_800;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    @Inject
    private SupportMessages messages;

    @Inject
    private ConversationNotes notes;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    private record Entry(Instant at, String line) {}

    /** Shows the last messages and notes of a conversation, the oldest first. */
    public void show(SupportMessage about, long commandId) {
        Stream<Entry> said = messages.newest(about.userId(), Long.MAX_VALUE, HISTORY).stream()
                .map(this::entry);
        Stream<Entry> noted = notes.newest(about.userId(), HISTORY).stream().map(this::entry);
        String lines = Stream.concat(said, noted)
                .sorted(Comparator.comparing(Entry::at))
                .map(entry -> TIME.format(entry.at()) + " · " + entry.line())
                .collect(Collectors.joining("\n"));
        tell(about, commandId, texts().get("telegram.card.history") + "\n\n" + newest(lines));
    }

    /** The end of the lines, from a whole line on, as far as one message has room for it beside its heading. */
    private static String newest(String lines) {
        if (lines.length() <= MOST) {
            return lines;
        }
        String end = lines.substring(lines.length() - MOST);
        return end.substring(end.indexOf('\n') + 1);
    }

    private Entry entry(SupportMessage message) {
        String author =
                message.isFromAdmin() ? named(message.operatorName()) : TelegramMessageTexts.number(message.number());
        String text = Quote.line(message.text()).orElseGet(() -> texts().get("telegram.card.files"));
        return new Entry(message.createdAt(), author + ": " + text);
    }

    private Entry entry(ConversationNotes.Note note) {
        String text = Quote.line(note.text()).orElse("");
        return new Entry(note.createdAt(), texts().get("telegram.card.note", named(note.operatorName()), text));
    }

    private String named(Optional<String> name) {
        return OpenConversationText.operatorName(name, texts());
    }

    private void tell(SupportMessage about, long commandId, String text) {
        outbox.put(OutboxMessage.wordAbout(about.id(), operator.id(), commandId, text));
    }

    private Texts texts() {
        return operator.texts();
    }
}
