package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.HeldAnswers;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.text.Texts;
import org.answerline.webhook.event.IncomingEvent;

/** The linked users of private chats with the bot, and what happens when they block the bot and come back. */
@ApplicationScoped
class PrivateChats {

    @Inject
    private TelegramLinking linking;

    @Inject
    private HeldAnswers held;

    @Inject
    private GivenHints hints;

    @Inject
    private BotReplies words;

    /** The user whose account is linked to a chat. */
    Optional<LinkedUser> userIn(long chatId) {
        return linking.userIn(chatId);
    }

    /** The user of a chat that writes, and therefore no longer blocks the bot: answers that were held are sent. */
    Optional<LinkedUser> writing(long chatId) {
        Optional<LinkedUser> user = linking.userIn(chatId);
        user.filter(this::unblock).ifPresent(back -> held.send(back.userId()));
        return user;
    }

    /** The same for a message: the user's Telegram is in this language now. */
    Optional<LinkedUser> writing(long chatId, Optional<String> language) {
        Optional<LinkedUser> user = writing(chatId);
        user.ifPresent(linked ->
                language.flatMap(Texts::spoken).ifPresent(spoken -> linking.setLanguage(linked.userId(), spoken)));
        return user;
    }

    /** After unblocking the bot the user is informed about answers that could not be sent, and can fetch them. */
    void blocking(IncomingEvent.BotBlockedChanged blocking) {
        Optional<LinkedUser> user = linking.setMayWrite(blocking.chatId(), blocking.mayWrite());
        if (blocking.mayWrite() && user.isPresent()) {
            hints.forgetKept(user.get().userId());
            int missed = held.missed(user.get().userId());
            if (missed > 0) {
                words.toChat(
                        blocking.chatId(), Optional.ofNullable(user.get().language()), "telegram.user.missed", missed);
            }
        }
    }

    /** Sends the answers that could not be sent while the user blocked the bot. */
    void missed(IncomingEvent.MissedCommand missed) {
        Optional<LinkedUser> user = linking.userIn(missed.chatId());
        user.ifPresent(this::unblock);
        if (user.isEmpty()) {
            words.toChat(missed.chatId(), missed.language(), "telegram.user.howtolink");
        } else if (held.send(user.get().userId()) == 0) {
            words.toChat(missed.chatId(), missed.language(), "telegram.user.nothingmissed");
        }
    }

    /** Returns whether the user was recorded as blocking the bot. */
    private boolean unblock(LinkedUser user) {
        if (user.blocked()) {
            hints.forgetKept(user.userId());
            linking.setMayWrite(user.chatId(), true);
        }
        return user.blocked();
    }
}
