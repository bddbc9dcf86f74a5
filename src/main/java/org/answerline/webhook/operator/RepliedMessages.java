package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.telegram.BotSettings;
import org.answerline.telegram.update.Message;

/** What a message that an operator replied to says about its conversation. */
@ApplicationScoped
public class RepliedMessages {

    @Inject
    private BotSettings bot;

    /** Only the bot's own messages may identify a question; other people could forge such a link. */
    public RepliedToMessage of(Message.Reply original, OperatorIdentity author) {
        boolean ours = original.author().filter(id -> id == bot.botId()).isPresent();
        return new RepliedToMessage(
                bot.botId(),
                original.id(),
                original.references().stream()
                        .filter(reference -> ours)
                        .map(reference -> new RepliedToMessage.Place(reference.supportMessageId(), reference.offset()))
                        .toList(),
                isOwn(original, author),
                original.album(),
                original.quotedAt(),
                original.isElsewhere(),
                Optional.empty());
    }

    /** Whether the operator certainly wrote that message; an anonymous administrator may reply to a message of another one. */
    static boolean isOwn(Message.Reply original, OperatorIdentity author) {
        return !author.isAnonymous()
                && original.author().filter(id -> id == author.id()).isPresent();
    }

    /** Whether it is a message of somebody other than the bot. */
    boolean isOfAPerson(Message.Reply original) {
        return original.author().filter(author -> author != bot.botId()).isPresent();
    }
}
