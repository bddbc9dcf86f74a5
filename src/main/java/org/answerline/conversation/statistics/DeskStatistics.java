package org.answerline.conversation.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.conversation.message.MessageStatistics;
import org.answerline.conversation.outgoing.OpenConversationText;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.rating.ConversationRatings;
import org.answerline.conversation.team.Conversations;
import org.answerline.conversation.team.OpenConversation;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.text.Texts;

/** The numbers of the desk as operators read them. They are about the desk: no operator is named, counted or compared. */
@ApplicationScoped
@Transactional
public class DeskStatistics {

    private static final List<Integer> DAYS = List.of(7, 30);

    @Inject
    private MessageStatistics statistics;

    @Inject
    private Conversations conversations;

    @Inject
    private ConversationRatings ratings;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** Answers an operator's message with the numbers. */
    public void answer(long messageId) {
        outbox.put(OutboxMessage.wordOn(operator.id(), messageId, text("telegram.stats")));
    }

    /** Sends the numbers without being asked. */
    void send() {
        outbox.put(OutboxMessage.word(operator.id(), text("telegram.stats.weekly")));
    }

    private String text(String head) {
        Texts texts = operator.texts();
        return Stream.of(Stream.of(texts.get(head)), DAYS.stream().map(this::period), Stream.of(rated(), open()))
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String period(int days) {
        Texts texts = operator.texts();
        MessageStatistics.Numbers numbers = statistics.since(clock.instant().minus(Duration.ofDays(days)));
        String line = texts.get("telegram.stats.days", days, numbers.asked(), numbers.answered());
        return numbers.medianAnswerTime()
                .map(median -> line + texts.get("telegram.stats.median", OpenConversationText.wait(median, texts)))
                .orElse(line);
    }

    /** Empty if nobody has rated anything. */
    private String rated() {
        int days = DAYS.get(DAYS.size() - 1);
        ConversationRatings.Summary given = ratings.since(clock.instant().minus(Duration.ofDays(days)));
        return given.count() == 0
                ? ""
                : operator.texts()
                        .get("telegram.stats.rated", days, given.count(), Math.round(given.mean() * 10) / 10.0);
    }

    private String open() {
        Texts texts = operator.texts();
        Instant now = clock.instant();
        return conversations.open(1).stream()
                .findFirst()
                .map(oldest -> texts.get(
                        "telegram.stats.open",
                        conversations.countOpen(),
                        Long.toString(oldest.number()),
                        waited(oldest, now, texts)))
                .orElseGet(() -> texts.get("telegram.card.open.none"));
    }

    private static String waited(OpenConversation open, Instant now, Texts texts) {
        return OpenConversationText.wait(Duration.between(open.since(), now), texts);
    }
}
