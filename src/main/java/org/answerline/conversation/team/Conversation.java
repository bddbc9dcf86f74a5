package org.answerline.conversation.team;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;

/** What the operators have decided about a user's conversation. */
@Entity
@Table(name = "conversations")
class Conversation {

    @Id
    @Column(name = "user_id")
    private Long userId;

    @Column(name = "closed_through")
    private Long closedThrough;

    @Column(name = "owner_id")
    private Long ownerId;

    @Column(name = "owner_name")
    private String ownerName;

    @Column(name = "owned_since")
    private Instant ownedSince;

    protected Conversation() {}

    /** Whether it was closed and nothing was written after this message. */
    boolean isClosedAfter(long messageId) {
        return closedThrough != null && closedThrough >= messageId;
    }

    Optional<ConversationOwner> owner() {
        return Optional.ofNullable(ownerId).map(id -> new ConversationOwner(id, Optional.ofNullable(ownerName)));
    }

    /** From now on this operator has it. */
    void own(OperatorIdentity operator, Instant now) {
        ownerId = operator.id();
        ownerName = operator.fullName().orElse(null);
        ownedSince = now;
    }

    /** Nobody has it. */
    void disown() {
        ownerId = null;
        ownerName = null;
        ownedSince = null;
    }

    /** It is closed until something is written after this message; nobody has it. */
    void close(long lastMessageId) {
        closedThrough = lastMessageId;
        disown();
    }
}
