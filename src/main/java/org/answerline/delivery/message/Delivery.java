package org.answerline.delivery.message;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Telegram message of the outbox: WAITING until Telegram accepted it (SENT) or refused it for good (GAVE_UP). */
@Entity
@Table(name = "deliveries")
public class Delivery {

    enum State {
        WAITING,
        SENT,
        GAVE_UP
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "chat_id")
    private long chatId;

    @Enumerated(EnumType.STRING)
    private MessageKind purpose;

    @Column(name = "support_message_id")
    private Long supportMessageId;

    private int part;
    private int parts;

    @Embedded
    private DeliveryContent content = new DeliveryContent();

    @Column(name = "not_before")
    private Instant notBefore;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    /** Counted when a worker claims it: more than one means that an earlier attempt may have been carried out. */
    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "telegram_message_id")
    private Long telegramMessageId;

    @Column(name = "telegram_message_ids")
    private String telegramMessageIds;

    @Column(name = "about_message_id")
    private Long aboutMessageId;

    private String failure;

    @Embedded
    private DeliveryFaults faults = new DeliveryFaults();

    /** The trace of the request that put it into the outbox; null when there is none. */
    private String traceparent;

    public Delivery() {}

    public Delivery(OutboxMessage outboxMessage, int part, Instant createdAt, String traceparent) {
        this.chatId = outboxMessage.chatId();
        this.purpose = outboxMessage.purpose();
        this.supportMessageId = outboxMessage.supportMessageId();
        this.part = part;
        this.parts = outboxMessage.parts().size();
        this.content = new DeliveryContent(
                outboxMessage.parts().get(part - 1), part == 1 ? outboxMessage.replyToMessageId() : null);
        this.aboutMessageId = outboxMessage.aboutMessageId();
        this.createdAt = createdAt;
        this.traceparent = traceparent;
        this.notBefore = outboxMessage.hold().isZero() ? null : createdAt.plus(outboxMessage.hold());
    }

    public Long id() {
        return id;
    }

    public long chatId() {
        return chatId;
    }

    public MessageKind purpose() {
        return purpose;
    }

    public Long supportMessageId() {
        return supportMessageId;
    }

    public String traceparent() {
        return traceparent;
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** What is still to be sent, in the form in which it is sent next. */
    public DeliveryContent content() {
        return content;
    }

    public boolean hasFiles() {
        return content.hasFiles();
    }

    /** Whether it may share a Telegram message with others of its kind. */
    public boolean isBatchable() {
        return purpose == MessageKind.NOTICE && parts == 1 && content.isTextThatMayBeJoined();
    }

    /** It was refused or lost together with others, so that it is sent alone from now on. */
    public void sendAlone() {
        content.sendAlone();
        faults.forget();
    }

    public DeliveryFaults faults() {
        return faults;
    }

    public boolean isTried() {
        return attempts > 0;
    }

    /** Telegram accepted it (all its files, or the first of them) under these message ids, from this offset of its text on. */
    public DeliveryEvent sent(long botId, List<Long> messageIds, int offset, Instant now) {
        boolean first = part == 1 && telegramMessageIds == null;
        telegramMessageIds = Stream.concat(Stream.ofNullable(telegramMessageIds), messageIds.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        faults.forget();
        boolean complete = content.removeSent();
        if (complete) {
            finish(State.SENT, now);
            telegramMessageId = messageIds.get(0);
        }
        return new DeliveryEvent.Sent(
                purpose, botId, chatId, messageIds, offset, supportMessageId, first, complete && part == parts);
    }

    /**
     * Telegram does not accept its first file in any form; its other files are still sent, and its text if that was not sent.
     *
     * @return whether nothing is left to send
     */
    public boolean fileRefused(String reason, Instant now) {
        faults.forget();
        if (content.removeRefusedFile()) {
            return false;
        }
        finish(State.GAVE_UP, now);
        failure = reason;
        return true;
    }

    public boolean isLast() {
        return part == parts;
    }

    /** How long ago it was put into the outbox. */
    public Duration age(Instant now) {
        return Duration.between(createdAt, now);
    }

    /** Telegram accepted it as a reaction, which has no message id of its own. */
    public void reacted(Instant now) {
        finish(State.SENT, now);
    }

    /** Telegram will never accept it, for this reason. */
    public DeliveryEvent gaveUp(String reason, Instant now) {
        finish(State.GAVE_UP, now);
        failure = reason;
        return new DeliveryEvent.GaveUp(purpose, chatId, supportMessageId, reason);
    }

    private void finish(State end, Instant now) {
        if (state != State.WAITING) {
            throw new IllegalStateException("delivery " + id + " has already ended as " + state);
        }
        state = end;
        finishedAt = now;
    }
}
