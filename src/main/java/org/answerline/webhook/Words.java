package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.AdminChat;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.Parcel;
import org.answerline.platform.Texts;

/** Our own short words to people and to the operator, each in their language. */
@ApplicationScoped
class Words {

    @Inject
    private Outbox outbox;

    @Inject
    private AdminChat operator;

    /** To the operator, on a message of the operator's chat. */
    void toOperator(long messageId, String key, Object... arguments) {
        outbox.put(Parcel.wordOn(operator.id(), messageId, operator.texts().get(key, arguments)));
    }

    /** To a private chat, in the language of its Telegram if we speak it, else the desk's. */
    void toChat(long chatId, Optional<String> language, String key, Object... arguments) {
        Texts texts = language.flatMap(Texts::spoken).map(Texts::in).orElseGet(operator::texts);
        outbox.put(Parcel.word(chatId, texts.get(key, arguments)));
    }
}
