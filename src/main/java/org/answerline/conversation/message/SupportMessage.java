package org.answerline.conversation.message;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.platform.text.Quote;
import org.answerline.telegram.text.FormattedText;

/**
 * One message of a user's conversation, the user's own or the operator's answer.
 *
 * <p>It is stored first and sent then: WAITING until Telegram took it for the other side (DELIVERED) or refused it for good
 * (FAILED). An answer for a user without Telegram is HELD until there is a chat to send it to.
 */
@Entity
@Table(name = "support_messages")
public class SupportMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    /** Drawn by the database when a question is inserted. */
    @Column(name = "question_number", updatable = false)
    private Long number;

    @Column(name = "user_id")
    private long userId;

    private String subject;

    /**
     * Changes by a statement of its own only ({@link SupportMessages#appendText}): a provider that writes all columns of an entity would put
     * the words back that were read before a late part of the album brought more.
     */
    @Column(updatable = false)
    private String text;

    /** How the text is laid out; changes together with it, and in the same way. */
    @Column(updatable = false)
    private String entities;

    @Column(name = "is_from_admin")
    private boolean fromAdmin;

    @Enumerated(EnumType.STRING)
    private Source source;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** Where the operators' chat shows it; stored by {@link ArrivedMessages} only. */
    @Column(name = "admin_chat_id", updatable = false)
    private Long adminChatId;

    @Column(name = "admin_telegram_message_id", updatable = false)
    private Long adminTelegramMessageId;

    @Column(name = "origin_chat_id")
    private Long originChatId;

    @Column(name = "origin_message_id")
    private Long originMessageId;

    @Column(name = "origin_album")
    private String originAlbum;

    @Column(name = "in_reply_to")
    private Long inReplyTo;

    private String quote;

    @Enumerated(EnumType.STRING)
    private DeliveryState delivery;

    @Column(name = "delivery_failure")
    private String deliveryFailure;

    @Column(name = "operator_id")
    private Long operatorId;

    @Column(name = "operator_name")
    private String operatorName;

    private String signature;

    @Column(name = "edited_at")
    private Instant editedAt;

    private boolean copied;

    @Column(name = "edit_pending")
    private boolean editPending;

    protected SupportMessage() {}

    private SupportMessage(long userId, FormattedText text, Source source, TelegramMessageRef origin, Instant now) {
        this.userId = userId;
        this.text = text.text();
        this.entities = text.entitiesJson();
        this.source = source;
        this.createdAt = now;
        this.changedAt = now;
        this.originChatId = origin == null ? null : Long.valueOf(origin.chatId());
        this.originMessageId = origin == null ? null : Long.valueOf(origin.messageId());
        this.delivery = DeliveryState.WAITING;
    }

    public static SupportMessage asked(long userId, NewQuestion question, Instant now) {
        SupportMessage message =
                new SupportMessage(userId, FormattedText.plain(question.message()), Source.SITE, null, now);
        message.subject = question.subject();
        return message;
    }

    public static SupportMessage written(long userId, FormattedText text, TelegramMessageRef origin, Instant now) {
        return new SupportMessage(userId, text, Source.TELEGRAM, origin, now);
    }

    /**
     * An operator's answer.
     *
     * @param signature the name that the user sees, if any
     */
    public static SupportMessage answer(
            long userId,
            FormattedText text,
            TelegramMessageRef origin,
            OperatorIdentity author,
            Optional<String> signature,
            Instant now) {
        SupportMessage message = new SupportMessage(userId, text, Source.TELEGRAM, origin, now);
        message.fromAdmin = true;
        message.operatorId = author.id();
        message.operatorName = author.fullName().orElse(null);
        message.signature = signature.orElse(null);
        message.delivery = DeliveryState.HELD;
        return message;
    }

    /** What the desk itself knows it by; null until it is stored. */
    public Long id() {
        return id;
    }

    /** What people know a question by: the how many-th question it is. Null for an answer. */
    public Long number() {
        return fromAdmin ? null : number;
    }

    /** Whose conversation it belongs to. */
    public long userId() {
        return userId;
    }

    /** The subject given in the form, or null. */
    public String subject() {
        return subject;
    }

    /** The words. */
    public String text() {
        return text;
    }

    /** The words with their layout. */
    public FormattedText formatted() {
        return FormattedText.stored(text, entities);
    }

    /** What is laid out in the words, in its order. */
    public List<TextMark> marks() {
        return formatted().entities().stream()
                .map(mark -> new TextMark(mark.type(), mark.offset(), mark.length(), mark.url(), mark.language()))
                .toList();
    }

    String entities() {
        return entities;
    }

    /** Whether it is the operator's answer. */
    public boolean isFromAdmin() {
        return fromAdmin;
    }

    /** Whether this operator wrote this answer; of an anonymous administrator only that one of them did. */
    public boolean isBy(OperatorIdentity author) {
        return operatorId != null && operatorId == author.id();
    }

    /** Whether its operator has withdrawn it: the user may no longer see its text and files. */
    public boolean isWithdrawn() {
        return delivery == DeliveryState.WITHDRAWN;
    }

    /** When its author changed the text last; empty if never. */
    public Optional<Instant> editedAt() {
        return Optional.ofNullable(editedAt);
    }

    /** Whether the other side is to see a change of the text when the message has arrived. */
    public boolean isEditPending() {
        return editPending;
    }

    /** The name of the operator who wrote this answer, for the other operators; empty if it is unknown. */
    public Optional<String> operatorName() {
        return Optional.ofNullable(operatorName);
    }

    /** The name of the operator that the user sees with this answer. */
    public Optional<String> signature() {
        return Optional.ofNullable(signature);
    }

    /** Where it was written. */
    public Source source() {
        return source;
    }

    /** When it was stored. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it was stored or its state changed last; the clock of the node that did it. */
    public Instant changedAt() {
        return changedAt;
    }

    /** How far it has come. */
    public DeliveryState delivery() {
        return delivery;
    }

    /** Why it could not be delivered, in Telegram's words; null unless FAILED. */
    public String deliveryFailure() {
        return deliveryFailure;
    }

    /** The question that it answers, or null when none is known. */
    public Long inReplyTo() {
        return inReplyTo;
    }

    /** One line of what it replies to, at most {@value Quote#MOST} characters; null when there is none. */
    public String quote() {
        return quote;
    }

    public Long originChatId() {
        return originChatId;
    }

    public Long originMessageId() {
        return originMessageId;
    }

    /** Its message_id in this chat, or null if it was not written there. */
    public Long messageIdIn(long chatId) {
        return originChatId != null && originChatId == chatId ? originMessageId : null;
    }

    /** It is the answer to this question. */
    public void answers(SupportMessage question) {
        inReplyTo = question.id;
        quote = Quote.line(question.text).orElse(null);
    }

    /** Its author selected these words of an earlier message to reply to. */
    public void quotes(String words) {
        quote = Quote.line(words).orElse(null);
    }

    /** Telegram copies the message that it was written as: its text only says what that contains. */
    public void setCopied() {
        copied = true;
    }

    /** Whether Telegram copies the message that it was written as, after the text. */
    public boolean isCopied() {
        return copied;
    }

    /** It was the first of an album; the others will be told to belong to it by this. */
    public void setMediaGroup(String album) {
        originAlbum = album;
    }

    /** A further part of its album brought words; they are stored by {@link SupportMessages#appendText}. */
    void appendText(FormattedText words) {
        FormattedText all = text.isEmpty() ? words : formatted().followedBy("\n\n", words);
        text = all.text();
        entities = all.entitiesJson();
    }

    /** An answer that was held or had failed is in the outbox (again). */
    public void queued(Instant now) {
        become(DeliveryState.WAITING, null, now);
    }

    /** It was taken back from the outbox, because the chat is not the user's any more. */
    public void held(Instant now) {
        become(DeliveryState.HELD, null, now);
    }

    /** The Telegram message in the operators' chat that shows this question (its first part); empty until it is there. */
    public Optional<TelegramMessageRef> notice() {
        return adminChatId == null
                ? Optional.empty()
                : Optional.of(new TelegramMessageRef(adminChatId, adminTelegramMessageId));
    }

    /** Its operator has withdrawn it; it is stored by {@link SupportMessages#withdraw}. */
    void withdraw(Instant now) {
        become(DeliveryState.WITHDRAWN, null, now);
    }

    /** Its author changed the text; it is stored by {@link SupportMessages#replaceText}. */
    void replaceText(FormattedText words, Instant now) {
        text = words.text();
        entities = words.entitiesJson();
        editedAt = now;
        changedAt = now;
    }

    /** Whether the other side is to see the change of the text when the message has arrived. */
    public void setEditPending(boolean pending) {
        editPending = pending;
    }

    public void delivered(Instant now) {
        become(DeliveryState.DELIVERED, null, now);
    }

    public void failed(String reason, Instant now) {
        become(DeliveryState.FAILED, reason, now);
    }

    private void become(DeliveryState state, String failure, Instant now) {
        delivery = state;
        deliveryFailure = failure;
        changedAt = now;
    }
}
