package org.answerline.operations.doctor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerline.telegram.BotAdminApi;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotUser;
import org.answerline.telegram.ChatFullInfo;

/** Whether the bot can see the operator's chat and write there, and what it hears in it. */
final class OperatorChatCheck implements Check {

    private static final Set<String> INSIDE = Set.of("creator", "administrator", "member");

    @Override
    public List<Finding> of(Installation installation) {
        long chatId = installation.adminChat();
        BotAdminApi telegram = installation.bot();
        try {
            ChatFullInfo chat = telegram.chat(chatId);
            if (chat.type().equals("channel")) {
                return List.of(Finding.failed("chat.channel", chat.name()));
            }
            return List.of(chat.isGroup() ? group(telegram, chatId, chat) : person(telegram, chatId, chat));
        } catch (BotApiException.ChatMoved moved) {
            return List.of(Finding.warning("chat.moved", Long.toString(moved.newChatId())));
        } catch (BotApiException.ChatUnreachable | BotApiException.Refused | BotApiException.Unlisted unseen) {
            return List.of(Finding.failed("chat.unseen", Long.toString(chatId), unseen.getMessage()));
        } catch (BotApiException told) {
            // The bot's own examination has said that Telegram cannot be asked.
            return List.of();
        }
    }

    /** Telegram shows the chat of a person who blocked the bot all the same; only what would be seen there is refused. */
    private static Finding person(BotAdminApi telegram, long chatId, ChatFullInfo chat) {
        return refusal(telegram, chatId)
                .map(words -> Finding.failed("chat.blocked", chat.name(), words))
                .orElse(Finding.ok("chat.private", chat.name()));
    }

    /** Why the bot may not write there; it seems to type for a moment. */
    private static Optional<String> refusal(BotAdminApi telegram, long chatId) {
        try {
            telegram.typing(chatId);
            return Optional.empty();
        } catch (BotApiException.ChatUnreachable | BotApiException.Refused | BotApiException.Unlisted refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static Finding group(BotAdminApi telegram, long chatId, ChatFullInfo chat) {
        BotUser bot = telegram.me();
        String standing = telegram.chatMemberStatus(chatId, bot.id());
        if (!standing.equals("restricted") && !INSIDE.contains(standing)) {
            return Finding.failed("chat.outside", chat.name(), standing);
        }
        Optional<String> refusal = refusal(telegram, chatId);
        if (refusal.isPresent()) {
            return Finding.failed("chat.restricted", chat.name(), refusal.get());
        }
        boolean hearsAll = bot.readsAllGroupMessages() || !standing.equals("member");
        return Finding.ok(hearsAll ? "chat.group_open" : "chat.group_private", chat.name());
    }
}
