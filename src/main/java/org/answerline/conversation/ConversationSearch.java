package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.conversation.message.MessageSearch;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.conversation.team.ConversationNotes;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.text.InputText;

/** Shows operators the messages and notes that have some words, each as a message of its own: a Reply to it is an answer there. */
@ApplicationScoped
@Transactional
public class ConversationSearch {

    private static final int HITS = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    @Inject
    private MessageSearch search;

    @Inject
    private SupportMessages messages;

    @Inject
    private ConversationNotes notes;

    @Inject
    private Accounts accounts;

    @Inject
    private ConversationCards cards;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    /**
     * Something that was found.
     *
     * @param about the message itself, or the last one of the conversation that a note is about
     * @param line who wrote what
     */
    private record Found(Instant at, SupportMessage about, String line) {}

    /**
     * Shows the newest of them.
     *
     * @param words whatever an operator typed
     * @param isInTopic whether the command is in a topic: all of them go there then
     */
    public void find(String words, long commandId, boolean isInTopic) {
        String typed = InputText.cleanLine(words);
        List<Found> found = Stream.concat(messages(typed), notes(typed))
                .sorted(Comparator.comparing(Found::at).reversed())
                .limit(HITS)
                .toList();
        if (found.isEmpty()) {
            outbox.put(OutboxMessage.wordOn(
                    operator.id(), commandId, operator.texts().get("telegram.find.none")));
        }
        for (int i = 0; i < found.size(); i++) {
            show(found.get(i), i == 0 || isInTopic ? commandId : null);
        }
    }

    private Stream<Found> messages(String words) {
        return search.newest(words, HITS).stream().flatMap(hit -> messages.find(hit.messageId()).stream()
                .map(message -> new Found(
                        message.createdAt(), message, author(message) + TelegramMessageTexts.line(hit.excerpt()))));
    }

    private Stream<Found> notes(String words) {
        return notes.find(words, HITS).stream()
                .flatMap(note -> messages.newest(note.userId(), Long.MAX_VALUE, 1).stream()
                        .map(about -> new Found(
                                note.createdAt(),
                                about,
                                operator.texts()
                                        .get(
                                                "telegram.card.note",
                                                cards.named(note.operatorName()),
                                                TelegramMessageTexts.line(note.excerpt())))));
    }

    private String author(SupportMessage message) {
        return message.isFromAdmin() ? cards.named(message.operatorName()) + ": " : "";
    }

    private void show(Found hit, Long commandId) {
        String name = accounts.find(hit.about().userId())
                .map(User::fullName)
                .map(TelegramMessageTexts::line)
                .orElse("");
        String head = question(hit.about())
                        .map(asked -> TelegramMessageTexts.number(asked.number()) + " · ")
                        .orElse("")
                + name;
        String text = "🔎 " + head + " · " + TIME.format(hit.at()) + "\n" + hit.line();
        outbox.put(OutboxMessage.wordAbout(hit.about().id(), operator.id(), commandId, text));
    }

    private Optional<SupportMessage> question(SupportMessage message) {
        return message.isFromAdmin() ? messages.questionOf(message) : Optional.of(message);
    }
}
