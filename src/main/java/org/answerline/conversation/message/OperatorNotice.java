package org.answerline.conversation.message;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A Telegram message in the operators' chat that represents a support message; it may represent several. */
@Entity
@Table(name = "operator_notices")
class OperatorNotice {

    @EmbeddedId
    private Key key;

    @Column(name = "from_offset")
    private int fromOffset;

    protected OperatorNotice() {}

    RepliedToMessage.Place place() {
        return new RepliedToMessage.Place(key.supportMessageId, fromOffset);
    }

    /** The primary key: a message_id is unique only within a chat, and only for one bot. */
    @Embeddable
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "bot_id")
        private long botId;

        @Column(name = "chat_id")
        private long chatId;

        @Column(name = "message_id")
        private long messageId;

        @Column(name = "support_message_id")
        private long supportMessageId;

        protected Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && botId == key.botId
                    && chatId == key.chatId
                    && messageId == key.messageId
                    && supportMessageId == key.supportMessageId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(botId, chatId, messageId, supportMessageId);
        }
    }
}
