package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.OperatorChat;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.OutboxMessage;
import org.answerline.platform.text.Texts;

/** Our own short words to people and to the operator, each in their language. */
@ApplicationScoped
class BotReplies {

    @Inject
    private Outbox outbox;

    @Inject
    private OperatorChat operator;

    /** To the operator, on a message of the operator's chat. */
    void toOperator(long messageId, String key, Object... arguments) {
        outbox.put(
                OutboxMessage.wordOn(operator.id(), messageId, operator.texts().get(key, arguments)));
    }

    /** To the operator, on a message of the operator's chat, about a conversation: a Reply to it is an answer there. */
    void toOperatorAbout(SupportMessage message, long messageId, String key, Object... arguments) {
        outbox.put(OutboxMessage.wordAbout(
                message.id(), operator.id(), messageId, operator.texts().get(key, arguments)));
    }

    /** To one operator, in the language of their Telegram if we speak it, else the desk's. */
    void toOperatorIn(Optional<String> language, long messageId, String key, Object... arguments) {
        outbox.put(
                OutboxMessage.wordOn(operator.id(), messageId, texts(language).get(key, arguments)));
    }

    /** To a private chat, on a message of it. */
    void toChatOn(long chatId, long messageId, Optional<String> language, String key, Object... arguments) {
        outbox.put(OutboxMessage.wordOn(chatId, messageId, texts(language).get(key, arguments)));
    }

    /** To a private chat, in the language of its Telegram if we speak it, else the desk's. */
    void toChat(long chatId, Optional<String> language, String key, Object... arguments) {
        outbox.put(OutboxMessage.word(chatId, texts(language).get(key, arguments)));
    }

    private Texts texts(Optional<String> language) {
        return language.flatMap(Texts::spoken).map(Texts::in).orElseGet(operator::texts);
    }
}
