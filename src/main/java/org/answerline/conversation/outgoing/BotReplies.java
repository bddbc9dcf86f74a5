package org.answerline.conversation.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.MessageReference;
import org.answerline.telegram.text.TelegramText;

/** Puts the bot's own short messages to users and operators into the outbox, each in the reader's language. */
@ApplicationScoped
public class BotReplies {

    @Inject
    private Outbox outbox;

    @Inject
    private OperatorChat operator;

    /** Replies to a message in the operators' chat. */
    public void toOperator(long messageId, String key, Object... arguments) {
        outbox.put(OutboxMessage.wordOn(operator.id(), messageId, text(operator.texts(), key, arguments)));
    }

    /** Replies to a message in the operators' chat with a text that has a format. */
    public void toOperator(long messageId, TelegramText text) {
        outbox.put(OutboxMessage.wordOn(operator.id(), messageId, text));
    }

    /** Replies to a message in the operators' chat about a conversation; a Reply to this text is an answer in that conversation. */
    public void toOperatorAbout(SupportMessage message, long messageId, String key, Object... arguments) {
        outbox.put(OutboxMessage.wordAbout(
                message.id(), operator.id(), messageId, text(operator.texts(), key, arguments)));
    }

    /** The same with a text that is made of the desk's texts. */
    public void toOperatorAbout(SupportMessage message, long messageId, Function<Texts, String> text) {
        outbox.put(OutboxMessage.wordAbout(message.id(), operator.id(), messageId, cut(text.apply(operator.texts()))));
    }

    /** Replies to one operator in the language of their Telegram if there are texts for it, otherwise in the desk's language. */
    public void toOperatorIn(Optional<String> language, long messageId, String key, Object... arguments) {
        outbox.put(OutboxMessage.wordOn(operator.id(), messageId, text(texts(language), key, arguments)));
    }

    /** Replies to a message in a private chat. */
    public void toChatOn(long chatId, long messageId, Optional<String> language, String key, Object... arguments) {
        outbox.put(OutboxMessage.wordOn(chatId, messageId, text(texts(language), key, arguments)));
    }

    /** Writes to a private chat in the language of its Telegram if there are texts for it, otherwise in the desk's language. */
    public void toChat(long chatId, Optional<String> language, String key, Object... arguments) {
        outbox.put(OutboxMessage.word(chatId, text(texts(language), key, arguments)));
    }

    /** Replies to a message in a private chat with a text that is written already. */
    public void toChatOn(long chatId, long messageId, String text) {
        outbox.put(OutboxMessage.wordOn(chatId, messageId, cut(text)));
    }

    /** The texts in this language if there are any, otherwise in the desk's language. */
    public Texts texts(Optional<String> language) {
        return language.flatMap(Texts::spoken).map(Texts::in).orElseGet(operator::texts);
    }

    private static String text(Texts texts, String key, Object... arguments) {
        return cut(texts.get(key, arguments));
    }

    /** Telegram refuses a longer text; the invisible reference of a text about a message counts too. */
    private static String cut(String text) {
        return TelegramMessageTexts.cut(text, TelegramText.LIMIT - MessageReference.INVISIBLE.length());
    }
}
