package org.answerline.conversation.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.text.Quote;
import org.answerline.platform.text.Texts;

/** Tells in a topic that takes the place of a deleted one what was said before. */
@ApplicationScoped
public class TopicRecaps {

    private static final int MESSAGES = 5;

    @Inject
    private SupportMessages messages;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    void observe(@Observes DeliveryEvent.TopicReplaced replaced) {
        tell(replaced.userId());
    }

    /** Puts the last messages of a user's conversation into the user's topic, the oldest first. */
    public void tell(long userId) {
        List<SupportMessage> last = new ArrayList<>(messages.newest(userId, Long.MAX_VALUE, MESSAGES));
        if (last.isEmpty()) {
            return;
        }
        Collections.reverse(last);
        Texts texts = operator.texts();
        String lines = last.stream().map(message -> line(message, texts)).collect(Collectors.joining("\n"));
        String text = texts.get("telegram.topic.replaced") + "\n\n" + lines;
        long about = last.get(last.size() - 1).id();
        outbox.put(OutboxMessage.wordAbout(about, operator.id(), null, text).inTopicOf(userId));
    }

    private static String line(SupportMessage message, Texts texts) {
        String author = message.isFromAdmin()
                ? message.operatorName()
                        .map(TelegramMessageTexts::line)
                        .orElseGet(() -> texts.get("telegram.card.administrator"))
                : TelegramMessageTexts.number(message.number());
        return author + ": " + Quote.line(message.text()).orElseGet(() -> texts.get("telegram.card.files"));
    }
}
