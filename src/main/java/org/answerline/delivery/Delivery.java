package org.answerline.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.answerline.telegram.TelegramText;

/** One Telegram message that has to leave: WAITING until Telegram took it (SENT) or refused it for good (GAVE_UP). */
@Entity
@Table(name = "deliveries")
class Delivery {

    enum State {
        WAITING,
        SENT,
        GAVE_UP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "deliveries")
    @SequenceGenerator(name = "deliveries", sequenceName = "deliveries_id_seq", allocationSize = 1)
    private Long id;

    @Column(name = "chat_id")
    private long chatId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "support_message_id")
    private Long supportMessageId;

    private int part;
    private int parts;
    private String text;
    private String entities;

    @Column(name = "reply_to_message_id")
    private Long replyToMessageId;

    private boolean alone;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    /** Counted when a carrier takes it, so more than one says that an earlier attempt may have had its effect. */
    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "telegram_message_id")
    private Long telegramMessageId;

    private String failure;

    protected Delivery() {}

    Delivery(Parcel parcel, int part, Instant createdAt) {
        TelegramText content = parcel.parts().get(part - 1);
        this.chatId = parcel.chatId();
        this.purpose = parcel.purpose();
        this.supportMessageId = parcel.supportMessageId();
        this.part = part;
        this.parts = parcel.parts().size();
        this.text = content.text();
        this.entities = content.entities();
        this.replyToMessageId = parcel.replyToMessageId();
        this.createdAt = createdAt;
    }

    Long id() {
        return id;
    }

    long chatId() {
        return chatId;
    }

    Purpose purpose() {
        return purpose;
    }

    Long supportMessageId() {
        return supportMessageId;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    TelegramText content() {
        return new TelegramText(text, entities);
    }

    Long replyToMessageId() {
        return replyToMessageId;
    }

    /** Whether it may share a Telegram message with others of its kind. */
    boolean isBundleable() {
        return purpose == Purpose.NOTICE && parts == 1 && !alone;
    }

    /** Telegram refused it together with others, so it has to go by itself. */
    void goAlone() {
        alone = true;
    }

    /** Telegram took it under this message id, from this offset of its text on. */
    DeliveryReport sent(long botId, long messageId, int offset, Instant now) {
        finish(State.SENT, now);
        telegramMessageId = messageId;
        return new DeliveryReport.Sent(purpose, botId, chatId, messageId, offset, supportMessageId, part, parts);
    }

    /** Telegram took it as a reaction, which has no message id of its own. */
    void reacted(Instant now) {
        finish(State.SENT, now);
    }

    /** Telegram will never take it, for this reason. */
    DeliveryReport gaveUp(String reason, Instant now) {
        finish(State.GAVE_UP, now);
        failure = reason;
        return new DeliveryReport.GaveUp(purpose, chatId, supportMessageId, reason);
    }

    private void finish(State end, Instant now) {
        if (state != State.WAITING) {
            throw new IllegalStateException("delivery " + id + " has already ended as " + state);
        }
        state = end;
        finishedAt = now;
    }
}
