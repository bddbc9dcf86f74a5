package org.answerline.delivery.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.topic.TopicPlace;
import org.answerline.telegram.client.OutgoingMessage;
import org.answerline.telegram.text.TelegramText;

/**
 * What is sent by one call of the Bot API: one delivery, or several notices for a group whose queue is long.
 *
 * @param content the text, or the caption of the files
 * @param offsets where the text of each delivery begins in the content, in UTF-16 units
 * @param place where in the chat it goes
 */
public record SendBatch(List<Delivery> deliveries, TelegramText content, List<Integer> offsets, TopicPlace place) {

    /** Telegram keeps so many entities of a message; a notice has three, and those of its user's text. */
    private static final int MAX_ENTITIES = 100;

    private static final int MAX_NOTICES = 25;

    private static final String SEPARATOR = "\n\n";

    public static SendBatch of(Delivery delivery) {
        return new SendBatch(List.of(delivery), delivery.content().text(), List.of(0), TopicPlace.CHAT);
    }

    /** The same in another place of the chat. */
    public SendBatch at(TopicPlace newPlace) {
        return new SendBatch(deliveries, content, offsets, newPlace);
    }

    /**
     * As many of these notices as fit into one message.
     *
     * @param queue the notices of a chat in their order, the first of which is due
     * @param waiting how many questions wait for the chat
     */
    public static SendBatch joined(List<Delivery> queue, long waiting, NoticeBatchHeader header) {
        List<Delivery> together = new ArrayList<>();
        int room = TelegramText.LIMIT - header.of(MAX_NOTICES, waiting).text().length();
        int entities = 0;
        for (Delivery delivery : queue) {
            entities += delivery.content().text().entityCount();
            room -= SEPARATOR.length() + delivery.content().text().text().length();
            if (!delivery.isBatchable() || room < 0 || entities > MAX_ENTITIES || together.size() == MAX_NOTICES) {
                break;
            }
            together.add(delivery);
        }
        if (together.size() < 2) {
            return of(queue.get(0));
        }
        int questions = (int)
                together.stream().map(Delivery::supportMessageId).distinct().count();
        TelegramText top = header.of(questions, waiting - questions);
        List<TelegramText> texts = Stream.concat(
                        Stream.of(top), together.stream().map(SendBatch::text))
                .toList();
        List<Integer> offsets = TelegramText.offsets(texts, SEPARATOR);
        List<Integer> starts = offsets.subList(1, offsets.size());
        return new SendBatch(together, TelegramText.joined(texts, SEPARATOR), starts, TopicPlace.CHAT);
    }

    /**
     * The content of several notices with another text in the place of each that does not exist any more.
     *
     * @param existing the ids of the deliveries that do
     */
    public TelegramText contentOf(Set<Long> existing, NoticeBatchHeader header) {
        String top = content.text().substring(0, offsets.get(0) - SEPARATOR.length());
        Stream<TelegramText> texts = deliveries.stream()
                .map(one -> existing.contains(one.id()) ? text(one) : header.erased(one.supportMessageId()));
        return TelegramText.joined(
                Stream.concat(Stream.of(TelegramText.plain(top)), texts).toList(), SEPARATOR);
    }

    private static TelegramText text(Delivery delivery) {
        return delivery.content().text();
    }

    public Delivery first() {
        return deliveries.get(0);
    }

    public long chatId() {
        return first().chatId();
    }

    public MessageKind purpose() {
        return first().purpose();
    }

    public boolean isJoined() {
        return deliveries.size() > 1;
    }

    public List<Long> ids() {
        return deliveries.stream().map(Delivery::id).toList();
    }

    public OutgoingMessage message() {
        return new OutgoingMessage(
                chatId(),
                threadId(),
                content.text(),
                content.entities(),
                first().content().replyToMessageId(),
                isJoined() ? null : first().content().keyboard());
    }

    /** The message_thread_id of its topic; null if it names none. */
    public Long threadId() {
        return place instanceof TopicPlace.Thread thread ? thread.id() : null;
    }

    /** The user whose topic all of it belongs to; null if it belongs to none or to several. */
    public Long topicUserId() {
        List<Long> users = deliveries.stream()
                .map(Delivery::topicUserId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return users.size() == 1 ? users.get(0) : null;
    }

    @Override
    public String toString() {
        return "SendBatch" + ids();
    }
}
