package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.attachment.ArrivedFile;
import org.answerline.attachment.Attachments;
import org.answerline.attachment.Form;
import org.answerline.conversation.Enclosed;
import org.answerline.telegram.MediaFile;

/** The files of Telegram messages as the desk takes them, unless the owner wants no files. */
@ApplicationScoped
class Enclosures {

    @Inject
    private Attachments attachments;

    Optional<Enclosed> of(Optional<MediaFile> file) {
        return file.filter(any -> attachments.areTaken()).map(Enclosures::enclosed);
    }

    private static Enclosed enclosed(MediaFile file) {
        Form form = Form.valueOf(file.sort().name());
        return new Enclosed(ArrivedFile.of(file.fileId(), form, file.name().orElse(""), file.size()), file.album());
    }
}
