package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.JdbcClient;

/**
 * Albums of operators that are sent to nobody because of a caption, which is a note or begins with a command. Telegram sends the parts of an
 * album one by one, and any of them may have the caption.
 */
@ApplicationScoped
@Transactional
public class RefusedAlbums implements CleanupTask {

    @Inject
    private JdbcClient database;

    @Inject
    private SupportMessages messages;

    @Inject
    private AnswerWithdrawals withdrawals;

    /** Nothing of this album is sent from now on; parts that came before are withdrawn. */
    public void refuse(long chatId, String album) {
        database.update(
                "insert into refused_albums (chat_id, album, refused_at) values (?, ?, now()) on conflict do nothing",
                chatId,
                album);
        messages.writtenAs(chatId, album)
                .filter(message -> message.isFromAdmin() && !message.isWithdrawn())
                .ifPresent(withdrawals::withdraw);
    }

    /** Whether no part of this album is sent. */
    public boolean isRefused(long chatId, String album) {
        return database.first(
                        row -> true, "select 1 from refused_albums where chat_id = ? and album = ?", chatId, album)
                .isPresent();
    }

    /** Forgets albums of which no further part comes. */
    @Override
    public void deleteOld() {
        database.update("delete from refused_albums where refused_at < now() - interval '2 days'");
    }
}
