package org.answerline.operations.doctor;

import java.util.List;
import java.util.Set;
import org.answerline.telegram.BotAdministration;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.BotProfile;
import org.answerline.telegram.ChatProfile;

/** Whether the bot can see the operator's chat and write there, and what it hears in it. */
final class AdminChatExamination implements Examination {

    private static final Set<String> INSIDE = Set.of("creator", "administrator", "member");

    @Override
    public List<Finding> of(Installation installation) {
        long chatId = installation.adminChat();
        BotAdministration telegram = installation.bot();
        try {
            ChatProfile chat = telegram.chat(chatId);
            if (chat.type().equals("channel")) {
                return List.of(Finding.failed("chat.channel", chat.name()));
            }
            return List.of(chat.isGroup() ? group(telegram, chatId, chat) : Finding.ok("chat.private", chat.name()));
        } catch (BotApiException.ChatMoved moved) {
            return List.of(Finding.warning("chat.moved", Long.toString(moved.newChatId())));
        } catch (BotApiException.ChatUnreachable | BotApiException.Refused unseen) {
            return List.of(Finding.failed("chat.unseen", Long.toString(chatId), unseen.getMessage()));
        } catch (BotApiException told) {
            // The bot's own examination has said that Telegram cannot be asked.
            return List.of();
        }
    }

    private static Finding group(BotAdministration telegram, long chatId, ChatProfile chat) {
        BotProfile bot = telegram.me();
        String standing = telegram.standing(chatId, bot.id());
        if (standing.equals("restricted")) {
            return Finding.failed("chat.restricted", chat.name());
        }
        if (!INSIDE.contains(standing)) {
            return Finding.failed("chat.outside", chat.name(), standing);
        }
        boolean hearsAll = bot.readsAllGroupMessages() || !standing.equals("member");
        return Finding.ok(hearsAll ? "chat.group_open" : "chat.group_private", chat.name());
    }
}
