package org.answerline.conversation.outgoing;

import java.util.ArrayList;
import java.util.List;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.SendAs;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.telegram.text.TelegramText;

/** Distributes the files of a message to Telegram messages: files of the same kind together, at most ten in one message. */
final class FileGrouping {

    /** The largest number of files in an album: https://core.telegram.org/bots/api#sendmediagroup. */
    private static final int ALBUM = 10;

    /** The largest total size of files in an upload, in bytes: Telegram accepts 50 MB including the rest of the request. */
    private static final long UPLOAD = 45L << 20;

    private static final List<SendAs> WITHOUT_CAPTION = List.of(SendAs.VIDEO_NOTE, SendAs.STICKER);

    private FileGrouping() {}

    /**
     * Makes one Telegram message where that is possible (the text is the caption of a single file or album), otherwise the text first and
     * the files after it.
     *
     * @param caption the caption of files that come after their text
     * @param asCaption whether the text may be a caption
     */
    static List<OutboxPart> of(
            List<TelegramText> words, List<Attachment> files, TelegramText caption, boolean asCaption) {
        List<List<Attachment>> mediaGroups = mediaGroups(files);
        boolean together = asCaption
                && mediaGroups.size() == 1
                && words.size() == 1
                && words.get(0).text().length() <= TelegramText.CAPTION_LIMIT
                && !WITHOUT_CAPTION.contains(files.get(0).form());
        if (together) {
            return List.of(new OutboxPart(words.get(0), ids(files)));
        }
        List<OutboxPart> parts =
                new ArrayList<>(words.stream().map(OutboxPart::of).toList());
        parts.addAll(of(files, caption));
        return parts;
    }

    /** Files without a text, each with this caption. */
    static List<OutboxPart> of(List<Attachment> files, TelegramText caption) {
        return mediaGroups(files).stream()
                .map(album -> new OutboxPart(
                        WITHOUT_CAPTION.contains(album.get(0).form()) ? TelegramText.plain("") : caption, ids(album)))
                .toList();
    }

    private static List<List<Attachment>> mediaGroups(List<Attachment> files) {
        List<List<Attachment>> mediaGroups = new ArrayList<>();
        for (Attachment file : files) {
            mediaGroups.stream()
                    .filter(album -> fits(album, file))
                    .findFirst()
                    .orElseGet(() -> {
                        mediaGroups.add(new ArrayList<>());
                        return mediaGroups.get(mediaGroups.size() - 1);
                    })
                    .add(file);
        }
        return mediaGroups;
    }

    private static boolean fits(List<Attachment> album, Attachment file) {
        long size = album.stream().mapToLong(FileGrouping::uploaded).sum();
        return album.size() < ALBUM && album.get(0).form().joins(file.form()) && size + uploaded(file) <= UPLOAD;
    }

    private static long uploaded(Attachment file) {
        return file.telegramFileId() == null ? file.size() : 0;
    }

    private static List<String> ids(List<Attachment> files) {
        return files.stream().map(Attachment::id).toList();
    }
}
