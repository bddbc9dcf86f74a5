package org.answerline.operations.doctor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.answerline.platform.config.TelegramSettings;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.client.BotAdminApi;
import org.answerline.telegram.client.BotAdminClient.ChatMember;
import org.answerline.telegram.client.BotUser;
import org.answerline.telegram.client.ChatFullInfo;

/** Whether the bot can see the operators' chat and write there, and which messages of it the bot gets. */
final class OperatorChatCheck implements Check {

    private static final Set<String> MEMBERS = Set.of("creator", "administrator", "member");

    @Override
    public List<Finding> of(Installation installation) {
        long chatId = installation.operatorChat();
        BotAdminApi telegram = installation.bot();
        try {
            ChatFullInfo chat = telegram.chat(chatId);
            if (chat.type().equals("channel")) {
                return List.of(Finding.failed("chat.channel", chat.name()));
            }
            return chat.isGroup() ? group(installation, chat) : List.of(person(telegram, chatId, chat));
        } catch (BotApiException.ChatMoved moved) {
            return List.of(Finding.warning("chat.moved", Long.toString(moved.newChatId())));
        } catch (BotApiException.ChatUnreachable | BotApiException.Refused | BotApiException.Unlisted unseen) {
            return List.of(Finding.failed("chat.unseen", Long.toString(chatId), unseen.getMessage()));
        } catch (BotApiException alreadyFound) {
            // BotCheck has a finding that Telegram cannot be asked.
            return List.of();
        }
    }

    /** Telegram also shows the chat of a person who has blocked the bot; it refuses only what that person would see. */
    private static Finding person(BotAdminApi telegram, long chatId, ChatFullInfo chat) {
        return refusal(telegram, chatId)
                .map(reason -> Finding.failed("chat.blocked", chat.name(), reason))
                .orElse(Finding.ok("chat.private", chat.name()));
    }

    /** Why the bot may not write there, found with the chat action "typing". */
    private static Optional<String> refusal(BotAdminApi telegram, long chatId) {
        try {
            telegram.typing(chatId);
            return Optional.empty();
        } catch (BotApiException.ChatUnreachable | BotApiException.Refused | BotApiException.Unlisted refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private static List<Finding> group(Installation installation, ChatFullInfo chat) {
        long chatId = installation.operatorChat();
        BotAdminApi telegram = installation.bot();
        BotUser bot = telegram.me().result();
        ChatMember member = telegram.chatMember(chatId, bot.id());
        String status = member.status();
        if (!status.equals("restricted") && !MEMBERS.contains(status)) {
            return List.of(Finding.failed("chat.outside", chat.name(), status));
        }
        Optional<String> refusal = refusal(telegram, chatId);
        if (refusal.isPresent()) {
            return List.of(Finding.failed("chat.restricted", chat.name(), refusal.get()));
        }
        boolean readsAll = bot.canReadAllGroupMessages() || !status.equals("member");
        Finding found = Finding.ok(readsAll ? "chat.group_open" : "chat.group_private", chat.name());
        return chat.isForum() ? List.of(found, topics(installation, member)) : List.of(found);
    }

    private static Finding topics(Installation installation, ChatMember member) {
        if (installation.settings().get(TelegramSettings.TOPICS).equals("off")) {
            return Finding.ok("chat.topics_off");
        }
        return member.mayManageTopics()
                ? Finding.ok("chat.topics")
                : Finding.warning("chat.topics_not_allowed", member.status());
    }
}
