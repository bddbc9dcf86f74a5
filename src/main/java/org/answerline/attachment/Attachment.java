package org.answerline.attachment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A file of a conversation.
 *
 * <p>A file from the site is READY at once and belongs to no message until it is sent. A file from Telegram belongs to its message from
 * the start and is WAITING until it was downloaded, which ends as READY, TOO_LARGE or FAILED.
 */
@Entity
@Table(name = "attachments")
public class Attachment {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    /** How long a message waits for the download of its file when Telegram refuses the file_id; usually it takes a second. */
    private static final Duration FETCH_PATIENCE = Duration.ofMinutes(2);

    @Id
    private String id;

    @Column(name = "user_id")
    private Long userId;

    @Column(name = "draft_id")
    private String draftId;

    @Column(name = "support_message_id")
    private Long supportMessageId;

    private boolean withdrawn;

    private int place;
    private String name;
    private String type;

    @Enumerated(EnumType.STRING)
    private FileCategory kind;

    @Enumerated(EnumType.STRING)
    private SendAs form;

    private long size;
    private String digest;

    @Enumerated(EnumType.STRING)
    private FileState state;

    @Column(name = "telegram_file_id")
    private String telegramFileId;

    @Column(name = "telegram_unique_id")
    private String telegramUniqueId;

    @Column(name = "fetch_at")
    private Instant fetchAt;

    @Column(name = "fetch_attempts")
    private int fetchAttempts;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Attachment() {}

    private Attachment(Long userId, String name, Instant now) {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        this.id = HexFormat.of().formatHex(bytes);
        this.userId = userId;
        this.name = name;
        this.createdAt = now;
    }

    static Attachment uploaded(long userId, String name, FileType type, TempFile content, Instant now) {
        Attachment file = new Attachment(userId, name, now);
        file.storeContent(type, content);
        file.form = type.form(content.size());
        return file;
    }

    static Attachment ofDraft(String draftId, String name, FileType type, TempFile content, Instant now) {
        Attachment file = new Attachment(null, name, now);
        file.draftId = draftId;
        file.storeContent(type, content);
        file.form = type.form(content.size());
        return file;
    }

    static Attachment arrived(long userId, long supportMessageId, int place, TelegramFile arrived, Instant now) {
        Attachment file = new Attachment(userId, arrived.name(), now);
        file.supportMessageId = supportMessageId;
        file.place = place;
        file.form = arrived.form();
        file.kind = arrived.form().kind();
        file.type = arrived.form().usualType();
        file.size = arrived.size();
        file.telegramFileId = arrived.telegramFileId();
        file.telegramUniqueId = arrived.uniqueId().orElse(null);
        file.state = arrived.isTooLarge() ? FileState.TOO_LARGE : FileState.WAITING;
        file.fetchAt = arrived.isTooLarge() ? null : now;
        return file;
    }

    /** Its id in URLs: 32 hexadecimal digits that cannot be guessed. */
    public String id() {
        return id;
    }

    /** The message it belongs to; null until it is sent. */
    public Long supportMessageId() {
        return supportMessageId;
    }

    /** Its name on one line, without a path. */
    public String name() {
        return name;
    }

    /** The media type as detected from its content. */
    public String type() {
        return type;
    }

    /** Its category for the page. */
    public FileCategory kind() {
        return kind;
    }

    /** The kind of Telegram message it is sent as. */
    public SendAs form() {
        return form;
    }

    /** Its length in bytes, if known. */
    public long size() {
        return size;
    }

    /** Whether it can be opened on the site. */
    public FileState state() {
        return state;
    }

    /** Its file_id in Telegram; null when it has to be uploaded. */
    public String telegramFileId() {
        return telegramFileId;
    }

    String digest() {
        return digest;
    }

    /** Whether a text has the format of an id; the file may not exist. */
    static boolean isId(String text) {
        return text != null && text.matches("[0-9a-f]{32}");
    }

    /** A digest that is equal for equal contents, on every node. */
    public String fingerprint() {
        return digest == null ? id : digest;
    }

    /** Whether it belongs to an answer that was withdrawn, so that the user may not open it. */
    boolean isWithdrawn() {
        return withdrawn;
    }

    boolean isOf(long user) {
        return userId != null && userId == user;
    }

    /** The number of the current download attempt, counted from 1. */
    public int fetchAttempts() {
        return fetchAttempts;
    }

    /** When it was stored. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Records that its content is stored and has this type. */
    void storeContent(FileType found, TempFile content) {
        type = found.mediaType();
        kind = found.kind();
        size = content.size();
        digest = content.digest();
        settle(FileState.READY);
    }

    /** Records that there will be no content. */
    void settle(FileState end) {
        state = end;
        fetchAt = null;
    }

    /** Telegram refused it in its present form: next it is uploaded instead of referenced, then sent as a document. */
    Retreat downgrade(Instant now) {
        if (state == FileState.WAITING && now.isBefore(createdAt.plus(FETCH_PATIENCE))) {
            return Retreat.NOT_YET;
        }
        if (state != FileState.READY || (telegramFileId == null && form == SendAs.DOCUMENT)) {
            return Retreat.NOTHING_LEFT;
        }
        if (telegramFileId != null) {
            telegramFileId = null;
        } else {
            form = SendAs.DOCUMENT;
        }
        return Retreat.PLAINER;
    }
}
