package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;

/** The keys that make a double click, a reload or a retry on a bad network store one message. */
@ApplicationScoped
class IdempotencyKeys {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SupportMessages messages;

    @Inject
    private Attachments attachments;

    @Inject
    private Clock clock;

    /** A second call with the same key at the same instant waits for the first to commit. */
    SupportMessage once(long userId, String key, NewQuestion question, Supplier<SupportMessage> ask) {
        String hash = fingerprint(userId, question);
        if (!claimed(userId, key, hash)) {
            return stored(userId, key, hash);
        }
        SupportMessage message = ask.get();
        entities.createNativeQuery(
                        "update submissions set support_message_id = ?3 where user_id = ?1 and submission_key = ?2")
                .setParameter(1, userId)
                .setParameter(2, key)
                .setParameter(3, message.id())
                .executeUpdate();
        return message;
    }

    void forgetBefore(Instant limit) {
        entities.createNativeQuery("delete from submissions where created_at < ?1")
                .setParameter(1, Timestamp.from(limit))
                .executeUpdate();
    }

    private boolean claimed(long userId, String key, String hash) {
        return entities.createNativeQuery(
                                """
                                insert into submissions (user_id, submission_key, body_hash, created_at)
                                values (?1, ?2, ?3, ?4) on conflict do nothing
                                """)
                        .setParameter(1, userId)
                        .setParameter(2, key)
                        .setParameter(3, hash)
                        .setParameter(4, Timestamp.from(clock.instant()))
                        .executeUpdate()
                == 1;
    }

    private SupportMessage stored(long userId, String key, String hash) {
        Object[] row = (Object[]) entities.createNativeQuery(
                        """
                        select body_hash, support_message_id from submissions
                        where user_id = ?1 and submission_key = ?2
                        """)
                .setParameter(1, userId)
                .setParameter(2, key)
                .getSingleResult();
        if (!hash.equals(row[0])) {
            throw new IdempotencyKeyReusedException();
        }
        return messages.find(((Number) row[1]).longValue()).orElseThrow();
    }

    /** The same for the same words with files of the same content, which a form that came twice has uploaded twice. */
    String fingerprint(long userId, NewQuestion question) {
        try {
            String files = question.files().isEmpty()
                    ? ""
                    : "\0" + String.join(",", attachments.digests(userId, question.files()));
            String body = question.subject() + "\0" + question.text() + files;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
