package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.block.SupportBlock;
import org.answerline.conversation.block.UserBlocks;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.webhook.event.IncomingEvent;

/** Refuses messages of linked users: of those whom support has blocked, and of those who write too often. The users read why. */
@ApplicationScoped
class UserMessageRefusals {

    @Inject
    private UserBlocks blocks;

    @Inject
    private TelegramMessageLimit limit;

    @Inject
    private GivenHints hints;

    @Inject
    private BotReplies words;

    /** Whether a message of this user is not accepted. */
    boolean isRefused(long userId, IncomingEvent.UserMessage message) {
        return refuse(userId, message.chatId(), message.messageId(), message.language())
                || isTooOften(message.chatId(), message.messageId(), message.language());
    }

    /**
     * Whether an edit of this user is ignored: what blocked users change is not passed on, whether they are told or not. Edits count as
     * messages, because each is stored and may send one to the operators.
     */
    boolean isRefused(long userId, IncomingEvent.UserEdit edit) {
        return refuse(userId, edit.chatId(), edit.messageId(), edit.language())
                || blocks.current(userId).isPresent()
                || isTooOften(edit.chatId(), edit.messageId(), edit.language());
    }

    private boolean refuse(long userId, long chatId, long messageId, Optional<String> language) {
        Optional<SupportBlock> block = blocks.told(userId);
        block.filter(told -> hints.mayTellRefused(chatId))
                .ifPresent(told ->
                        words.toChatOn(chatId, messageId, told.text(words.texts(language), "telegram.user.refused.")));
        return block.isPresent();
    }

    private boolean isTooOften(long chatId, long messageId, Optional<String> language) {
        Optional<TelegramMessageLimit.Pause> pause = limit.count(chatId, messageId);
        pause.filter(TelegramMessageLimit.Pause::first)
                .ifPresent(begun ->
                        words.toChatOn(chatId, messageId, language, "telegram.user.toooften", begun.minutes()));
        return pause.isPresent();
    }
}
