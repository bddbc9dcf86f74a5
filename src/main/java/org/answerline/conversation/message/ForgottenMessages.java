package org.answerline.conversation.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;

/** Which messages in the operators' chat stood for something that was deleted since. */
@ApplicationScoped
public class ForgottenMessages implements CleanupTask {

    private static final Duration MEMORY = Duration.ofDays(400);

    @Inject
    private JdbcClient database;

    @Inject
    private Clock clock;

    /** Whether a message of the operators' chat stood for something that was deleted. */
    public boolean contains(TelegramMessageRef message) {
        return database.first(
                        row -> true,
                        "select 1 from forgotten_messages where chat_id = ? and message_id = ?",
                        message.chatId(),
                        message.messageId())
                .isPresent();
    }

    /** A message of the operators' chat stands for something that was deleted before it arrived. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(TelegramMessageRef message) {
        database.update(
                "insert into forgotten_messages (chat_id, message_id, forgotten_at) values (?, ?, ?) on conflict do nothing",
                message.chatId(),
                message.messageId(),
                clock.instant());
    }

    /** Forgets those that nobody replies to any more. */
    @Override
    @Transactional
    public void deleteOld() {
        database.update(
                "delete from forgotten_messages where forgotten_at < ?",
                clock.instant().minus(MEMORY));
    }
}
