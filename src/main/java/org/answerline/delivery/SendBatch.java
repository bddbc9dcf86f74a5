package org.answerline.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.answerline.telegram.OutgoingMessage;
import org.answerline.telegram.TelegramText;

/** What leaves as one Telegram message: a delivery, or several notices for a group whose queue is long. */
record SendBatch(List<Delivery> deliveries, TelegramText content, List<Integer> offsets) {

    /** Telegram keeps so many entities of a message; a notice has three, and those of its user's text. */
    private static final int ENTITIES = 100;

    private static final int MOST = 25;

    private static final String SEAM = "\n\n";

    static SendBatch of(Delivery delivery) {
        return new SendBatch(List.of(delivery), delivery.content(), List.of(0));
    }

    /**
     * As many of these as fit into one message.
     *
     * @param queue the deliveries of a chat in their order, the first of which has to leave now
     */
    static SendBatch bundle(List<Delivery> queue, long waiting, NoticeBatchHeader head) {
        List<Delivery> together = new ArrayList<>();
        int room = TelegramText.LIMIT - head.of(MOST, waiting).text().length();
        int entities = 0;
        for (Delivery delivery : queue) {
            entities += delivery.content().entityCount();
            room -= SEAM.length() + delivery.content().text().length();
            if (!delivery.isBundleable() || room < 0 || entities > ENTITIES || together.size() == MOST) {
                break;
            }
            together.add(delivery);
        }
        if (together.size() < 2) {
            return of(queue.get(0));
        }
        int questions = (int)
                together.stream().map(Delivery::supportMessageId).distinct().count();
        TelegramText top = head.of(questions, waiting - questions);
        List<TelegramText> texts = Stream.concat(
                        Stream.of(top), together.stream().map(Delivery::content))
                .toList();
        List<Integer> offsets = TelegramText.offsets(texts, SEAM);
        return new SendBatch(together, TelegramText.joined(texts, SEAM), offsets.subList(1, offsets.size()));
    }

    Delivery first() {
        return deliveries.get(0);
    }

    long chatId() {
        return first().chatId();
    }

    MessageKind purpose() {
        return first().purpose();
    }

    boolean isBundle() {
        return deliveries.size() > 1;
    }

    List<Long> ids() {
        return deliveries.stream().map(Delivery::id).toList();
    }

    OutgoingMessage message() {
        return new OutgoingMessage(chatId(), content.text(), content.entities(), first().replyToMessageId());
    }

    @Override
    public String toString() {
        return "Consignment" + ids();
    }
}
