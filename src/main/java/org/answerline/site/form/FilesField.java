package org.answerline.site.form;

import java.util.List;
import java.util.Objects;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.platform.text.Texts;
import org.answerline.site.view.FileView;

/**
 * The field of the form that takes files.
 *
 * @param kept the files that are here already, because the form had to be fixed
 */
public record FilesField(boolean taken, int most, int megabytes, List<FileView> kept) {

    public static FilesField of(Attachments attachments, List<Attachment> kept, Texts texts) {
        return new FilesField(
                attachments.areTaken(), attachments.most(), attachments.largestMegabytes(), FileView.all(kept, texts));
    }

    public static FilesField of(Attachments attachments, long userId, List<String> ids, Texts texts) {
        List<FileView> kept = ids.stream()
                .distinct()
                .map(id -> attachments.find(userId, id).orElse(null))
                .filter(Objects::nonNull)
                .filter(file -> file.supportMessageId() == null)
                .map(file -> FileView.all(List.of(file), texts).get(0))
                .toList();
        return new FilesField(attachments.areTaken(), attachments.most(), attachments.largestMegabytes(), kept);
    }
}
