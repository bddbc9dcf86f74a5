package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.answerline.conversation.message.MessageRows;
import org.answerline.conversation.message.NoticeRows;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.delivery.UserDeliveries;
import org.answerline.delivery.UserDeliveries.SentMessage;
import org.answerline.linking.TelegramLinkRows;
import org.answerline.platform.erasure.ErasedUser;

/** Finds the bot's messages in Telegram that quote a user or are addressed to them, as far as the database remembers them. */
@ApplicationScoped
public class TelegramCopies {

    /**
     * One of these messages.
     *
     * @param atOperator whether it is in the operators' chat, and not in one of the user
     * @param deletable whether Telegram lets the bot delete it and it concerns nobody else
     */
    record Copy(long chatId, long messageId, boolean atOperator, boolean deletable) {}

    private static final Comparator<TelegramMessageRef> ORDER =
            Comparator.comparingLong(TelegramMessageRef::chatId).thenComparingLong(TelegramMessageRef::messageId);

    private final TelegramLinkRows links;
    private final MessageRows messages;
    private final NoticeRows notices;
    private final UserDeliveries deliveries;

    /** For the CDI proxy. */
    protected TelegramCopies() {
        this(null, null, null, null);
    }

    /** From these tables. */
    @Inject
    public TelegramCopies(TelegramLinkRows links, MessageRows messages, NoticeRows notices, UserDeliveries deliveries) {
        this.links = links;
        this.messages = messages;
        this.notices = notices;
        this.deliveries = deliveries;
    }

    /**
     * Chats that are the user's or were, and are neither another user's now nor the operators'.
     *
     * @param messageIds all messages of the user's conversation
     */
    List<Long> chats(long userId, Collection<Long> messageIds, ErasureContext telegram) {
        Set<Long> chats = new TreeSet<>(messages.chatsOf(userId));
        links.chatOf(userId).ifPresent(chats::add);
        chats.addAll(deliveries.answeredChats(messageIds));
        chats.remove(telegram.operatorChat());
        links.chatsOfOthers(chats, userId).forEach(chats::remove);
        return new ArrayList<>(chats);
    }

    /**
     * The messages, in the order of their chats and ids.
     *
     * @param user with the chats that {@link #chats} gives
     * @param oldest what was sent before can no longer be deleted
     */
    List<Copy> of(ErasedUser user, ErasureContext telegram, Instant oldest) {
        Map<TelegramMessageRef, Boolean> recent = byMessage(deliveries.sent(user.messages(), user.chats(), oldest));
        Map<TelegramMessageRef, Boolean> naming = byMessage(deliveries.naming(user, oldest));
        recent.putAll(naming);
        Map<TelegramMessageRef, Boolean> ofBot = notices.of(user.id(), telegram.botId()).stream()
                .collect(Collectors.toMap(NoticeRows.Notice::message, NoticeRows.Notice::isOfBot));
        Set<TelegramMessageRef> all = new TreeSet<>(ORDER);
        all.addAll(recent.keySet());
        all.addAll(ofBot.keySet());
        // A message that several users' questions share stays: it quotes the others too. So does one of another bot.
        // A list, such as a reminder, goes: nothing is lost with it that the notices of the others do not have.
        Set<TelegramMessageRef> shared = new HashSet<>(notices.sharedWithOthers(all, user.id(), telegram.botId()));
        shared.removeAll(naming.keySet());
        Function<TelegramMessageRef, Copy> copy = message -> new Copy(
                message.chatId(),
                message.messageId(),
                !user.chats().contains(message.chatId()),
                recent.getOrDefault(message, false) && ofBot.getOrDefault(message, true) && !shared.contains(message));
        return all.stream().map(copy).toList();
    }

    private static Map<TelegramMessageRef, Boolean> byMessage(List<SentMessage> messages) {
        return messages.stream()
                .collect(Collectors.toMap(
                        sent -> new TelegramMessageRef(sent.chatId(), sent.messageId()), SentMessage::isRecent));
    }
}
