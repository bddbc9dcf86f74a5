package org.answerline.delivery;

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
    private String text;
    private String entities;

    @Column(name = "reply_to_message_id")
    private Long replyToMessageId;

    private boolean alone;
    private String files;

    @Column(name = "not_before")
    private Instant notBefore;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    /** Counted when a worker takes it, so more than one says that an earlier attempt may have had its effect. */
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

    private boolean frame;

    /** The trace of the request that put it here; null when there is none. */
    private String traceparent;

    private static final String COMMA = ",";

    protected Delivery() {}

    Delivery(OutboxMessage outboxMessage, int part, Instant createdAt, String traceparent) {
        TelegramText content = outboxMessage.parts().get(part - 1).text();
        List<String> ids = outboxMessage.parts().get(part - 1).files();
        this.chatId = outboxMessage.chatId();
        this.purpose = outboxMessage.purpose();
        this.supportMessageId = outboxMessage.supportMessageId();
        this.part = part;
        this.parts = outboxMessage.parts().size();
        this.text = content.text();
        this.entities = content.entities();
        this.replyToMessageId = part == 1 ? outboxMessage.replyToMessageId() : null;
        this.aboutMessageId = outboxMessage.aboutMessageId();
        this.createdAt = createdAt;
        this.traceparent = traceparent;
        this.frame = outboxMessage.parts().get(part - 1).isFrame();
        this.files = ids.isEmpty() ? null : String.join(COMMA, ids);
        this.notBefore = outboxMessage.hold().isZero() ? null : createdAt.plus(outboxMessage.hold());
    }

    Long id() {
        return id;
    }

    long chatId() {
        return chatId;
    }

    MessageKind purpose() {
        return purpose;
    }

    Long supportMessageId() {
        return supportMessageId;
    }

    String traceparent() {
        return traceparent;
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

    /** The messages that an erasure deletes. */
    List<Long> toErase() {
        return Stream.of(text.split(COMMA)).map(Long::valueOf).toList();
    }

    /** Whether it may share a Telegram message with others of its kind. */
    boolean isBundleable() {
        return purpose == MessageKind.NOTICE && parts == 1 && !alone && files == null;
    }

    /** It did not pass together with others, so it has to go by itself. */
    void goAlone() {
        alone = true;
        faults.forget();
    }

    DeliveryFaults faults() {
        return faults;
    }

    int attempts() {
        return attempts;
    }

    /**
     * Its text was refused: from now on it goes without any format and without the message it answers.
     *
     * @return false when it is as plain as can be
     */
    boolean becomePlain() {
        boolean was = entities != null || replyToMessageId != null;
        entities = null;
        replyToMessageId = null;
        return was;
    }

    /** Whether anything of its message has arrived by it. */
    boolean hasArrived() {
        return telegramMessageIds != null;
    }

    boolean isTried() {
        return attempts > 0;
    }

    boolean hasFiles() {
        return files != null;
    }

    /** The files that leave together now: all that are left, or the first if they were refused together. */
    List<String> files() {
        List<String> left = filesLeft();
        return alone && left.size() > 1 ? left.subList(0, 1) : left;
    }

    private List<String> filesLeft() {
        return files == null ? List.of() : List.of(files.split(COMMA));
    }

    /** Telegram took it (all its files, or the first of them) under these message ids, from this offset of its text on. */
    DeliveryEvent sent(long botId, List<Long> messageIds, int offset, Instant now) {
        boolean first = part == 1 && telegramMessageIds == null;
        telegramMessageIds = Stream.concat(Stream.ofNullable(telegramMessageIds), messageIds.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(COMMA));
        boolean done = filesDone();
        if (done) {
            finish(State.SENT, now);
            telegramMessageId = messageIds.get(0);
        }
        return new DeliveryEvent.Sent(
                purpose, botId, chatId, messageIds, offset, supportMessageId, first, done && part == parts);
    }

    /**
     * Telegram will not take its first file in any way; its other files go on, and its words do, if they have not left.
     *
     * @return whether nothing is left of it
     */
    boolean fileRefused(String reason, Instant now) {
        List<String> left = filesLeft();
        faults.forget();
        if (left.size() > 1) {
            files = String.join(COMMA, left.subList(1, left.size()));
            return false;
        }
        if (!frame && !text.isBlank()) {
            files = null;
            return false;
        }
        finish(State.GAVE_UP, now);
        failure = reason;
        return true;
    }

    boolean isLast() {
        return part == parts;
    }

    /** The files that left just now are done, and only the first of them needed the caption; says whether none is left. */
    private boolean filesDone() {
        List<String> left = filesLeft();
        int now = files().size();
        faults.forget();
        if (left.size() <= now) {
            return true;
        }
        files = String.join(COMMA, left.subList(now, left.size()));
        text = "";
        entities = null;
        return false;
    }

    /** How long ago it was put into the outbox. */
    Duration age(Instant now) {
        return Duration.between(createdAt, now);
    }

    /** Telegram took it as a reaction, which has no message id of its own. */
    void reacted(Instant now) {
        finish(State.SENT, now);
    }

    /** Telegram will never take it, for this reason. */
    DeliveryEvent gaveUp(String reason, Instant now) {
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
