package org.answerline.delivery.send;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.platform.observability.Log;
import org.answerline.telegram.MediaType;
import org.answerline.telegram.client.BotApi;
import org.answerline.telegram.client.OutgoingMedia;

/** Sends files to Telegram: by file_id where Telegram has them, else as an upload. */
@ApplicationScoped
class FileSender {

    private static final Logger LOG = Log.of(FileSender.class);

    /** The content of a file no longer exists. */
    static final class ContentMissingException extends Exception {
        ContentMissingException(IOException cause) {
            super(cause);
        }
    }

    @Inject
    private Attachments attachments;

    @Inject
    private BotApi telegram;

    /** The message ids of what was sent. */
    List<Long> send(SendBatch batch) throws ContentMissingException {
        List<OutgoingMedia.File> files = new ArrayList<>();
        try {
            for (Attachment file : attachments.named(batch.first().content().files())) {
                files.add(packed(file));
            }
            if (files.isEmpty()) {
                throw new NoSuchFileException("none of the files");
            }
            return telegram.send(new OutgoingMedia(
                    batch.chatId(),
                    batch.threadId(),
                    files,
                    batch.content(),
                    batch.first().content().replyToMessageId()));
        } catch (NoSuchFileException gone) {
            throw new ContentMissingException(gone);
        } catch (IOException faultOfTheMachine) {
            throw new UncheckedIOException(faultOfTheMachine);
        } finally {
            files.stream()
                    .map(OutgoingMedia.File::content)
                    .filter(Objects::nonNull)
                    .forEach(FileSender::delete);
        }
    }

    private OutgoingMedia.File packed(Attachment file) throws IOException {
        MediaType sort = MediaType.valueOf(file.form().name());
        Path content = file.telegramFileId() == null ? attachments.copy(file) : null;
        return new OutgoingMedia.File(sort, file.telegramFileId(), file.name(), content);
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException left) {
            LOG.log(Level.WARNING, () -> "A temporary file could not be deleted: " + left);
        }
    }
}
