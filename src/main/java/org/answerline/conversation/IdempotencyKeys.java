package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;

/** The keys that make a double click, a reload or a retry on a bad network store one message. */
@ApplicationScoped
class IdempotencyKeys implements CleanupTask {

    private static final Duration MEMORY = Duration.ofDays(7);

    private record Submission(String bodyHash, long messageId) {}

    @Inject
    private JdbcClient database;

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
        database.update(
                "update submissions set support_message_id = ? where user_id = ? and submission_key = ?",
                message.id(),
                userId,
                key);
        return message;
    }

    /** Forgets the keys that nobody repeats any more. */
    @Override
    @Transactional
    public void deleteOld() {
        database.update(
                "delete from submissions where created_at < ?", clock.instant().minus(MEMORY));
    }

    private boolean claimed(long userId, String key, String hash) {
        return database.update(
                        """
                        insert into submissions (user_id, submission_key, body_hash, created_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """,
                        userId,
                        key,
                        hash,
                        clock.instant())
                == 1;
    }

    private SupportMessage stored(long userId, String key, String hash) {
        Submission known = database.first(
                        row -> new Submission(row.getString(1), row.getLong(2)),
                        """
                        select body_hash, support_message_id from submissions
                        where user_id = ? and submission_key = ?
                        """,
                        userId,
                        key)
                .orElseThrow();
        if (!hash.equals(known.bodyHash())) {
            throw new IdempotencyKeyReusedException();
        }
        return messages.find(known.messageId()).orElseThrow();
    }

    /** The same for the same words with files of the same content, which a form that came twice has uploaded twice. */
    String fingerprint(long userId, NewQuestion question) {
        try {
            String files = question.files().isEmpty()
                    ? ""
                    : "\0" + String.join(",", attachments.digests(userId, question.files()));
            String body = question.subject() + "\0" + question.message() + files;
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
