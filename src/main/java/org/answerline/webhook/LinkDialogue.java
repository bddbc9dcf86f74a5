package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.HeldAnswers;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.linking.LinkOutcome;
import org.answerline.linking.TelegramLinking;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.update.Message;
import org.answerline.webhook.event.IncomingEvent;

/** Handles the commands in a private chat that link it to an account, move it to another one, and unlink it. */
@ApplicationScoped
class LinkDialogue {

    @Inject
    private TelegramLinking linking;

    @Inject
    private PrivateChats chats;

    @Inject
    private HeldAnswers held;

    @Inject
    private BotReplies words;

    void start(IncomingEvent.StartCommand start) {
        boolean linked = chats.writing(start.chatId()).isPresent();
        if (start.parameter().isEmpty()) {
            words.toChat(
                    start.chatId(), start.language(), linked ? "telegram.user.welcomeback" : "telegram.user.howtolink");
            return;
        }
        tell(
                start.chatId(),
                start.language(),
                linking.accept(start.parameter(), start.chatId(), spoken(start.language())));
    }

    void switchAccount(IncomingEvent.SwitchCommand decision) {
        chats.writing(decision.chatId());
        tell(
                decision.chatId(),
                decision.language(),
                linking.switchAccount(decision.chatId(), spoken(decision.language())));
    }

    void unlink(IncomingEvent.Unlink decision) {
        linking.unlinkChat(decision.chatId())
                .ifPresentOrElse(
                        account -> words.toChat(
                                decision.chatId(), decision.language(), "telegram.user.unlinked", account.email()),
                        () -> words.toChat(decision.chatId(), decision.language(), "telegram.user.notlinked"));
    }

    /** Stores the name of the Telegram user, for the page that shows which Telegram is linked. */
    void remember(Message message) {
        if (message.chat().isPrivate() && !message.foreign()) {
            message.from()
                    .name()
                    .ifPresent(name -> linking.rememberName(message.chat().id(), name));
        }
    }

    private void tell(long chatId, Optional<String> language, LinkOutcome outcome) {
        if (outcome instanceof LinkOutcome.Linked linked) {
            words.toChat(chatId, language, "telegram.user.linked", linked.name(), linked.email());
            linked.previousChat().ifPresent(previous -> words.toChat(previous, language, "telegram.user.movedaway"));
            held.send(linked.userId());
        } else if (outcome instanceof LinkOutcome.AlreadyLinked already) {
            words.toChat(chatId, language, "telegram.user.alreadylinked", already.name());
        } else if (outcome instanceof LinkOutcome.ChatOfAnother other) {
            words.toChat(chatId, language, "telegram.user.otheraccount", other.currentEmail(), other.wantedEmail());
        } else {
            words.toChat(chatId, language, refusal(outcome));
        }
    }

    private static String refusal(LinkOutcome outcome) {
        if (outcome instanceof LinkOutcome.AlreadyUsed) {
            return "telegram.user.usedtoken";
        }
        if (outcome instanceof LinkOutcome.Expired) {
            return "telegram.user.expiredtoken";
        }
        if (outcome instanceof LinkOutcome.NothingToSwitch) {
            return "telegram.user.nothingtoswitch";
        }
        return "telegram.user.unknowntoken";
    }

    private static String spoken(Optional<String> language) {
        return language.flatMap(Texts::spoken).orElse(null);
    }
}
