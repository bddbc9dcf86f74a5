package org.answerline.delivery.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.telegram.BotApiException;

/** One Telegram message of the outbox: WAITING until Telegram accepted it (SENT) or refused it for good (GAVE_UP). */
public class Delivery {

    /** Its states. */
    public enum State {
        WAITING,
        SENT,
        GAVE_UP
    }

    private final long id;
    private final long chatId;
    private final MessageKind purpose;
    private final Long supportMessageId;
    private final Long aboutMessageId;
    private final Long topicUserId;
    private final int part;
    private final int parts;
    private final DeliveryContent content;
    private State state;

    /** Counted when a worker claims it: more than one means that an earlier attempt may have been carried out. */
    private final int attempts;

    private final Instant createdAt;
    private Instant finishedAt;
    private String telegramMessageIds;
    private String failure;
    private final DeliveryFaults faults;

    /** The trace of the request that put it into the outbox; null when there is none. */
    private final String traceparent;

    /** A part of a message that is not stored, so that its id is 0. */
    public Delivery(OutboxMessage message, int part, Instant createdAt, String traceparent) {
        this.id = 0;
        this.chatId = message.chatId();
        this.purpose = message.purpose();
        this.supportMessageId = message.supportMessageId();
        this.aboutMessageId = message.aboutMessageId();
        this.topicUserId = message.topicUserId();
        this.part = part;
        this.parts = message.parts().size();
        this.content =
                new DeliveryContent(message.parts().get(part - 1), part == 1 ? message.replyToMessageId() : null);
        this.state = State.WAITING;
        this.attempts = 0;
        this.createdAt = createdAt;
        this.faults = new DeliveryFaults(0, 0);
        this.traceparent = traceparent;
    }

    /** The delivery of this row, which has all columns of the table {@code deliveries}. */
    public Delivery(ResultSet row) throws SQLException {
        this.id = row.getLong("id");
        this.chatId = row.getLong("chat_id");
        this.purpose = MessageKind.valueOf(row.getString("purpose"));
        this.supportMessageId = row.getObject("support_message_id", Long.class);
        this.aboutMessageId = row.getObject("about_message_id", Long.class);
        this.topicUserId = row.getObject("topic_user_id", Long.class);
        this.part = row.getInt("part");
        this.parts = row.getInt("parts");
        this.content = new DeliveryContent(row);
        this.state = State.valueOf(row.getString("state"));
        this.attempts = row.getInt("attempts");
        this.createdAt = row.getTimestamp("created_at").toInstant();
        Timestamp finished = row.getTimestamp("finished_at");
        this.finishedAt = finished == null ? null : finished.toInstant();
        this.telegramMessageIds = row.getString("telegram_message_ids");
        this.failure = row.getString("failure");
        this.faults = new DeliveryFaults(row.getInt("unknown_outcomes"), row.getInt("unlisted_refusals"));
        this.traceparent = row.getString("traceparent");
    }

    public long id() {
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

    /** The support message that it is about, or null. */
    public Long aboutMessageId() {
        return aboutMessageId;
    }

    /** The user in whose topic it is to be, if its chat is a forum; null for no topic. */
    public Long topicUserId() {
        return topicUserId;
    }

    public String traceparent() {
        return traceparent;
    }

    public State state() {
        return state;
    }

    /** When it was sent or given up; null while it waits. */
    public Instant finishedAt() {
        return finishedAt;
    }

    /** The message_ids of what was sent of it, separated by commas; null if nothing was. */
    public String telegramMessageIds() {
        return telegramMessageIds;
    }

    /** Why it was given up, or null. */
    public String failure() {
        return failure;
    }

    /** What is still to be sent, in the form in which it is sent next. */
    public DeliveryContent content() {
        return content;
    }

    public boolean hasFiles() {
        return content.hasFiles();
    }

    /** Whether it is the copy of a message. */
    public boolean isCopy() {
        return content.copied().isPresent();
    }

    /** Whether it changes a message of several users' notices, so that its text belongs to no single user and is not to be kept. */
    public boolean isEditOfSeveral() {
        return purpose == MessageKind.EDIT && aboutMessageId == null;
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

    /** Whether nothing is left of it when what is sent next has arrived. */
    public boolean isSentWhole() {
        return content.isSentWhole();
    }

    /**
     * The event of what is sent next having arrived; changes nothing.
     *
     * @param messageIds the message_ids of Telegram
     * @param offset where its text begins in the Telegram message, in UTF-16 units
     */
    public DeliveryEvent.Sent sent(long botId, List<Long> messageIds, int offset) {
        boolean first = part == 1 && telegramMessageIds == null;
        boolean last = part == parts && isSentWhole();
        return new DeliveryEvent.Sent(purpose, botId, chatId, messageIds, offset, supportMessageId, first, last);
    }

    /** The files that are sent next have arrived under these message_ids; others are left. */
    public void removeSent(List<Long> messageIds) {
        telegramMessageIds = Stream.concat(Stream.ofNullable(telegramMessageIds), messageIds.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        faults.forget();
        content.removeSent();
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

    /** Telegram will never accept it, for this reason. */
    public DeliveryEvent gaveUp(String reason, Instant now) {
        finish(State.GAVE_UP, now);
        failure = reason;
        if (purpose == MessageKind.EDIT && aboutMessageId != null) {
            return new DeliveryEvent.EditRefused(
                    chatId, content.replyToMessageId(), aboutMessageId, reason, BotApiException.isMessageGone(reason));
        }
        return purpose == MessageKind.ERASURE && aboutMessageId != null
                ? notDeleted(reason)
                : new DeliveryEvent.GaveUp(purpose, chatId, supportMessageId, reason);
    }

    /** The event for a deletion that Telegram refuses for this reason; changes nothing. */
    public DeliveryEvent notDeleted(String reason) {
        return aboutMessageId == null
                ? new DeliveryEvent.NotErased(chatId, reason)
                : new DeliveryEvent.DeletionRefused(
                        chatId,
                        content.messageIdsToDelete(),
                        aboutMessageId,
                        reason,
                        BotApiException.isMessageGone(reason));
    }

    private void finish(State end, Instant now) {
        if (state != State.WAITING) {
            throw new IllegalStateException("delivery " + id + " has already ended as " + state);
        }
        state = end;
        finishedAt = now;
    }
}
