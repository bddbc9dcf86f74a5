package org.answerline.webhook.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.SendAs;
import org.answerline.attachment.TelegramFile;
import org.answerline.conversation.reply.IncomingFile;
import org.answerline.telegram.update.MediaFile;

/** Accepts the files of Telegram messages, unless the owner switched files off. */
@ApplicationScoped
public class IncomingFiles {

    @Inject
    private Attachments attachments;

    public Optional<IncomingFile> of(Optional<MediaFile> file) {
        return file.filter(any -> attachments.areTaken()).map(IncomingFiles::enclosed);
    }

    private static IncomingFile enclosed(MediaFile file) {
        SendAs form = SendAs.valueOf(file.sort().name());
        return new IncomingFile(
                TelegramFile.of(
                        file.fileId(), file.uniqueId(), form, file.name().orElse(""), file.size()),
                file.album());
    }
}
