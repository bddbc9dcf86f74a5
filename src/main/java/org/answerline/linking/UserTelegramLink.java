package org.answerline.linking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A user's link to Telegram: first invited (there is a valid token), then linked (the chat is known, the token is used up).
 *
 * <p>A linked user may be invited again to move to another Telegram; the old chat stays linked until the new token is used.
 */
@Entity
@Table(name = "user_telegram_links")
class UserTelegramLink {

    static final Duration TOKEN_LIFE = Duration.ofHours(24);

    @Id
    @Column(name = "user_id")
    private Long userId;

    @Column(name = "telegram_chat_id")
    private Long telegramChatId;

    @Column(name = "linked_at")
    private Instant linkedAt;

    @Column(name = "telegram_language")
    private String telegramLanguage;

    @Column(name = "binding_token")
    private String bindingToken;

    @Column(name = "token_nonce")
    private String tokenNonce;

    @Column(name = "token_created_at")
    private Instant tokenCreatedAt;

    @Column(name = "used_binding_token")
    private String usedBindingToken;

    @Column(name = "requested_chat_id")
    private Long requestedChatId;

    @Column(name = "telegram_name")
    private String telegramName;

    @Column(name = "untied_name")
    private String untiedName;

    @Column(name = "untied_linked_at")
    private Instant untiedLinkedAt;

    @Column(name = "untied_at")
    private Instant untiedAt;

    @Column(name = "blocked_at")
    private Instant blockedAt;

    /** The time since which the bot has been able to write to the chat; null for links older than this column. */
    @Column(name = "writable_since")
    private Instant writableSince;

    protected UserTelegramLink() {}

    long userId() {
        return userId;
    }

    OptionalLong chat() {
        return telegramChatId == null ? OptionalLong.empty() : OptionalLong.of(telegramChatId);
    }

    Optional<Instant> linkedSince() {
        return Optional.ofNullable(linkedAt);
    }

    boolean isLinkedTo(long chatId) {
        return telegramChatId != null && telegramChatId == chatId;
    }

    String language() {
        return telegramLanguage;
    }

    String nonce() {
        return tokenNonce;
    }

    Instant validUntil() {
        return tokenCreatedAt.plus(TOKEN_LIFE);
    }

    boolean invites(Instant now) {
        return tokenCreatedAt != null && now.isBefore(validUntil());
    }

    /** Whether this is the valid token of this row, and not one made with the key of another bot. */
    boolean holds(BindingToken token) {
        return token.hash().equals(bindingToken);
    }

    void invite(String nonce, BindingToken token, Instant now) {
        tokenNonce = nonce;
        bindingToken = token.hash();
        tokenCreatedAt = now;
        requestedChatId = null;
    }

    /** Uses up the token and links the chat to the user. */
    void accept(long chatId, String language, Instant now) {
        if (!invites(now)) {
            throw new IllegalStateException("user " + userId + " has no valid invitation");
        }
        telegramChatId = chatId;
        telegramLanguage = language;
        linkedAt = now;
        blockedAt = null;
        writableSince = now;
        usedBindingToken = bindingToken;
        endInvitation();
        telegramName = null;
        untiedName = null;
        untiedLinkedAt = null;
        untiedAt = null;
    }

    /** Records that a chat of another account opened this link and has to confirm the move. */
    void requestFrom(long chatId) {
        requestedChatId = chatId;
    }

    void unlink() {
        telegramChatId = null;
        telegramName = null;
        linkedAt = null;
        blockedAt = null;
        writableSince = null;
    }

    /** Whether the chat was linked before this time. */
    boolean isOlderThan(Instant time) {
        return linkedAt != null && linkedAt.isBefore(time);
    }

    /** Records the Telegram that is unlinked without a request of its user. */
    void rememberUntied(Instant now) {
        untiedName = telegramName;
        untiedLinkedAt = linkedAt;
        untiedAt = now;
    }

    /** The Telegram that was unlinked after this time without a request of its user. */
    Optional<LinkedTelegram> untiedAfter(Instant time) {
        return Optional.ofNullable(untiedAt)
                .filter(at -> at.isAfter(time))
                .map(at -> new LinkedTelegram(Optional.ofNullable(untiedName), untiedLinkedAt));
    }

    /** The Telegram that is linked. */
    Optional<LinkedTelegram> telegram() {
        return linkedSince().map(since -> new LinkedTelegram(Optional.ofNullable(telegramName), since));
    }

    boolean isNamed(String name) {
        return name.equals(telegramName);
    }

    void name(String name) {
        telegramName = name;
    }

    /** Makes all links that were shown until now invalid. */
    void endInvitation() {
        bindingToken = null;
        tokenNonce = null;
        tokenCreatedAt = null;
        requestedChatId = null;
    }

    boolean isBlocked() {
        return blockedAt != null;
    }

    /** Records whether the user lets the bot write. */
    void setMayWrite(boolean mayWrite, Instant now) {
        if (mayWrite && blockedAt != null) {
            writableSince = now;
        }
        blockedAt = mayWrite ? null : now;
    }

    void setLanguage(String language) {
        telegramLanguage = language;
    }
}
