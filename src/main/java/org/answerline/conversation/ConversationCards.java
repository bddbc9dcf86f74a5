package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.account.user.Accounts;
import org.answerline.account.user.User;
import org.answerline.conversation.block.SupportBlock;
import org.answerline.conversation.message.Quote;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.CloseButton;
import org.answerline.conversation.outgoing.OpenConversationText;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.conversation.rating.ConversationRating;
import org.answerline.conversation.rating.ConversationRatings;
import org.answerline.conversation.team.ConversationNote;
import org.answerline.conversation.team.ConversationNotes;
import org.answerline.conversation.team.ConversationOwner;
import org.answerline.conversation.team.Conversations;
import org.answerline.conversation.team.OpenConversation;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.Texts;

/**
 * What the desk tells operators about conversations when they ask: who the user is, what was said, and who waits. Plain text without
 * layout, so that nothing a user typed can imitate the bot; a Reply to it is an answer in that conversation.
 */
@ApplicationScoped
@Transactional
public class ConversationCards {

    private static final int HISTORY = 10;
    private static final int OPEN = 5;
    private static final int RATINGS = 3;

    /** The most characters of attributes: the whole answer is one message. */
    private static final int ATTRIBUTES = 3000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    @Inject
    private SupportMessages messages;

    @Inject
    private ConversationNotes notes;

    @Inject
    private Conversations conversations;

    @Inject
    private ConversationRatings ratings;

    @Inject
    private Accounts accounts;

    @Inject
    private TelegramLinking linking;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    private record Entry(Instant at, String line) {}

    /** Shows the last messages and notes of a conversation, the oldest first. */
    public void history(SupportMessage about, long commandId) {
        Stream<Entry> said = messages.newest(about.userId(), Long.MAX_VALUE, HISTORY).stream()
                .map(this::entry);
        Stream<Entry> noted = notes.newest(about.userId(), HISTORY).stream().map(this::entry);
        String lines = Stream.concat(said, noted)
                .sorted(Comparator.comparing(Entry::at))
                .map(entry -> TIME.format(entry.at()) + " · " + entry.line())
                .collect(Collectors.joining("\n"));
        tell(about, commandId, texts().get("telegram.card.history") + "\n\n" + lines);
    }

    /** Shows who the user of a conversation is. */
    public void who(SupportMessage about, long commandId) {
        accounts.find(about.userId())
                .ifPresent(user -> outbox.put(OutboxMessage.wordAbout(about.id(), operator.id(), commandId, card(user))
                        .with(CloseButton.in(texts()))));
    }

    /** Shows the conversations in which the user waits for an answer, each as a message of its own, the longest wait first. */
    public void open(long commandId) {
        long all = conversations.countOpen();
        String key = all == 0 ? "telegram.card.open.none" : "telegram.card.open";
        outbox.put(OutboxMessage.wordOn(operator.id(), commandId, texts().get(key, all)));
        conversations.open(OPEN).forEach(this::open);
    }

    /** The name of a user as operators read it. */
    public String nameOf(long userId) {
        return accounts.find(userId)
                .map(User::fullName)
                .map(TelegramMessageTexts::line)
                .orElse("?");
    }

    /** The name of an operator as others read it. */
    public String named(Optional<String> name) {
        return OpenConversationText.operatorName(name, texts());
    }

    private void open(OpenConversation open) {
        String line = OpenConversationText.line(open, clock.instant(), texts());
        String text = line + "\n" + Quote.line(open.text()).orElse("");
        outbox.put(OutboxMessage.wordAbout(open.messageId(), operator.id(), null, text.strip())
                .with(CloseButton.in(texts())));
    }

    private String card(User user) {
        Optional<LinkedUser> linked = linking.linked(user.id());
        String telegram =
                linked.map(chat -> chat.blocked() ? "blocked" : "linked").orElse("none");
        List<SupportMessage> last = messages.newest(user.id(), Long.MAX_VALUE, 1);
        String state = conversations.state(user.id(), last.stream().findFirst()).key();
        Optional<ConversationOwner> owner = conversations.owner(user.id());
        return Stream.of(
                        TelegramMessageTexts.line(user.fullName()),
                        address(user),
                        texts().get("telegram.card.language", user.language() == null ? "–" : user.language()),
                        texts().get("telegram.card.telegram." + telegram),
                        user.block(clock.instant())
                                .map(SupportBlock::of)
                                .map(block ->
                                        block.text(texts(), "telegram.card.blocked.", named(block.operatorName())))
                                .orElse(""),
                        texts().get("telegram.card.questions", messages.countQuestions(user.id())),
                        rated(user.id()),
                        texts().get("telegram.card.state." + state),
                        owner.map(has -> texts().get("telegram.card.owner", named(has.name())))
                                .orElse(""),
                        attributes(user))
                .filter(line -> !InputText.isBlank(line))
                .collect(Collectors.joining("\n"));
    }

    private String address(User user) {
        String key = user.isConfirmed() ? "telegram.card.address" : "telegram.card.address.unconfirmed";
        return user.email().isEmpty() ? "" : texts().get(key, TelegramMessageTexts.line(user.email()));
    }

    // Last and indented, so that none of them passes for a line of ours.
    private String attributes(User user) {
        List<String> attributes = TelegramMessageTexts.attributes(user);
        String lines = attributes.stream().map(line -> "\n• " + line).collect(Collectors.joining());
        return attributes.isEmpty()
                ? ""
                : TelegramMessageTexts.cut(texts().get("telegram.card.attributes") + lines, ATTRIBUTES);
    }

    private String rated(long userId) {
        List<ConversationRating> given = ratings.given(userId, RATINGS);
        String each = given.stream()
                .map(rating -> rating.comment()
                        .map(text -> texts().get(
                                        "telegram.card.rated.comment",
                                        rating.score().getAsInt(),
                                        Quote.line(text)
                                                .map(TelegramMessageTexts::line)
                                                .orElse("")))
                        .orElseGet(() -> texts().get(
                                        "telegram.card.rated.score",
                                        rating.score().getAsInt())))
                .collect(Collectors.joining(" · "));
        return each.isEmpty() ? "" : texts().get("telegram.card.rated", each);
    }

    private Entry entry(SupportMessage message) {
        String author =
                message.isFromAdmin() ? named(message.operatorName()) : TelegramMessageTexts.number(message.number());
        String text = Quote.line(message.text()).orElseGet(() -> texts().get("telegram.card.files"));
        return new Entry(message.createdAt(), author + ": " + text);
    }

    private Entry entry(ConversationNote note) {
        String text = Quote.line(note.text()).orElse("");
        return new Entry(note.createdAt(), texts().get("telegram.card.note", named(note.operatorName()), text));
    }

    private void tell(SupportMessage about, long commandId, String text) {
        outbox.put(OutboxMessage.wordAbout(about.id(), operator.id(), commandId, text));
    }

    private Texts texts() {
        return operator.texts();
    }
}
