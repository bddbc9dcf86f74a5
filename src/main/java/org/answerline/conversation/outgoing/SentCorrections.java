package org.answerline.conversation.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.UserDeliveries;
import org.answerline.delivery.UserDeliveries.SentPart;
import org.answerline.delivery.message.MessageKind;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.telegram.text.TelegramText;

/** Changes and removes what Telegram has already accepted of a message: through the outbox, behind everything that waits for the chat. */
@ApplicationScoped
public class SentCorrections {

    /** A bot may delete its own messages for 48 hours; the outbox may need a while. */
    private static final Duration DELETABLE = Duration.ofHours(47);

    /** Ids in one call of deleteMessages. */
    private static final int MOST_AT_ONCE = 100;

    @Inject
    private UserDeliveries deliveries;

    @Inject
    private Outbox outbox;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private Clock clock;

    /** Removes what was sent of an answer: it is deleted, or replaced by a short text where it is too old for that. */
    public void recall(SupportMessage answer) {
        deliveries.deleteWaitingEditsAbout(answer.id());
        List<SentPart> sent = deliveries.arrivedParts(answer.id(), MessageKind.ANSWER);
        Instant oldest = clock.instant().minus(DELETABLE);
        delete(
                answer,
                sent.stream().filter(part -> part.sentAt().isAfter(oldest)).toList());
        sent.stream()
                .filter(part -> !part.sentAt().isAfter(oldest))
                .forEach(
                        part -> replace(answer, part.chatId(), part.messageIds().get(0)));
    }

    /**
     * Telegram has not deleted these messages, so that they are a part of their answer again. If it is withdrawn, they are replaced by a
     * short text; Telegram may refuse that too, which is the end of it.
     */
    public void notDeleted(SupportMessage answer, long chatId, List<Long> messageIds) {
        deliveries.rememberParts(answer.id(), MessageKind.ANSWER, chatId, messageIds);
        if (answer.isWithdrawn()) {
            deliveries.arrivedParts(answer.id(), MessageKind.ANSWER).stream()
                    .filter(part -> part.chatId() == chatId)
                    .flatMap(part -> part.messageIds().stream()
                            .filter(messageIds::contains)
                            .limit(1))
                    .forEach(first -> replace(answer, chatId, first));
        }
    }

    /** Of an album, only the first file shows its caption. */
    private void replace(SupportMessage answer, long chatId, long messageId) {
        edit(answer, chatId, messageId, OutboxPart.of(TelegramText.plain(dispatch.withdrawnText(answer.userId()))));
    }

    /**
     * Changes what was sent of a message, part by part: further parts are sent, parts that are no longer needed are deleted. An answer is
     * changed in the chat that is its user's now only: any other one may be somebody else's.
     *
     * @param parts the parts with the new text
     * @return false if that is not possible: nothing of it is known to be in Telegram, or it has files and another number of parts now
     */
    public boolean change(SupportMessage message, MessageKind kind, List<OutboxPart> parts) {
        List<SentPart> there = changeableParts(message, kind);
        boolean hasFiles = parts.stream().anyMatch(part -> !part.files().isEmpty());
        if (there.isEmpty() || hasFiles && there.size() != parts.size()) {
            return false;
        }
        for (int i = 0; i < Math.min(there.size(), parts.size()); i++) {
            edit(message, there.get(i).chatId(), there.get(i).messageIds().get(0), parts.get(i));
        }
        if (parts.size() < there.size()) {
            List<SentPart> superfluous = there.subList(parts.size(), there.size());
            delete(message, superfluous);
            superfluous.forEach(part -> deliveries.forgetPart(part.deliveryId()));
        } else if (parts.size() > there.size()) {
            long chatId = there.get(0).chatId();
            List<OutboxPart> further = List.copyOf(parts.subList(there.size(), parts.size()));
            outbox.put(
                    kind == MessageKind.ANSWER
                            ? OutboxMessage.answer(chatId, message.id(), further, null, Duration.ZERO)
                            : OutboxMessage.notice(chatId, message.id(), further, Duration.ZERO)
                                    .inTopicOf(message.userId()));
        }
        return true;
    }

    private List<SentPart> changeableParts(SupportMessage message, MessageKind kind) {
        List<SentPart> there = deliveries.sentParts(message.id(), kind);
        if (kind != MessageKind.ANSWER || there.isEmpty()) {
            return there;
        }
        Optional<Long> chat = dispatch.chatOf(message.userId());
        return there.stream()
                .filter(part -> chat.filter(id -> id == part.chatId()).isPresent())
                .toList();
    }

    /** The messages of which changes or replacements wait for a chat. */
    public Set<Long> waitingEdits(long chatId) {
        return deliveries.waitingEdits(chatId);
    }

    /** The changes of a message that wait for a chat are not sent. */
    public void dropEdits(SupportMessage message, long chatId) {
        deliveries.deleteWaitingEditsAbout(message.id(), chatId);
    }

    /** Whether any part of a message is known to be in Telegram; what was sent is known as long as its delivery is kept. */
    public boolean isKnown(SupportMessage message, MessageKind kind) {
        return !deliveries.arrivedParts(message.id(), kind).isEmpty();
    }

    /** Whether a Telegram message shows this message, or a part of it, and not only a word about it. */
    public boolean isPart(SupportMessage message, MessageKind kind, long chatId, long telegramMessageId) {
        return deliveries.sentParts(message.id(), kind).stream()
                .anyMatch(part -> part.chatId() == chatId && part.messageIds().contains(telegramMessageId));
    }

    /** What was sent of a message is not changed any more, because Telegram refuses that. */
    public void forget(SupportMessage message, MessageKind kind) {
        deliveries.forgetSent(message.id(), kind);
    }

    private void edit(SupportMessage message, long chatId, long messageId, OutboxPart text) {
        deliveries.deleteWaitingEdits(chatId, messageId);
        outbox.put(OutboxMessage.edit(message.id(), chatId, messageId, text));
    }

    private void delete(SupportMessage message, List<SentPart> parts) {
        Map<Long, List<Long>> byChat = parts.stream()
                .collect(Collectors.groupingBy(
                        SentPart::chatId,
                        Collectors.flatMapping(part -> part.messageIds().stream(), Collectors.toList())));
        byChat.forEach((chat, ids) -> {
            for (int from = 0; from < ids.size(); from += MOST_AT_ONCE) {
                List<Long> some = ids.subList(from, Math.min(ids.size(), from + MOST_AT_ONCE));
                outbox.put(OutboxMessage.erasureOf(message.id(), chat, some));
            }
        });
    }
}
