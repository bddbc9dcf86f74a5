package org.answerline.telegram.update;

import java.util.List;
import java.util.Optional;
import org.answerline.telegram.LenientJson;
import org.answerline.telegram.MediaType;

/**
 * A file of a message.
 *
 * @param fileId its identifier, valid for this bot without limit of time
 * @param uniqueId its file_unique_id, by which the same file is recognised
 * @param name its file name, if it has one
 * @param size in bytes; 0 if unknown
 * @param album the media_group_id, if the message belongs to an album
 */
public record MediaFile(
        String fileId,
        Optional<String> uniqueId,
        MediaType sort,
        Optional<String> name,
        long size,
        Optional<String> album) {

    /** A message with an animation has a document too, so the animation comes first. */
    private static final List<MediaType> ORDER = List.of(
            MediaType.ANIMATION,
            MediaType.VIDEO,
            MediaType.VIDEO_NOTE,
            MediaType.VOICE,
            MediaType.AUDIO,
            MediaType.STICKER,
            MediaType.DOCUMENT);

    static Optional<MediaFile> in(LenientJson message) {
        Optional<String> album = message.text("media_group_id");
        List<LenientJson> sizes = message.objects("photo");
        if (!sizes.isEmpty()) {
            return read(sizes.get(sizes.size() - 1), MediaType.PHOTO, album);
        }
        return ORDER.stream()
                .flatMap(sort -> message.object(sort.field()).flatMap(file -> read(file, sort, album)).stream())
                .findFirst();
    }

    /** An animated sticker has a format of Telegram's own that nothing else can show. */
    private static Optional<MediaFile> read(LenientJson file, MediaType sort, Optional<String> album) {
        if (sort == MediaType.STICKER && file.isTrue("is_animated")) {
            return Optional.empty();
        }
        return file.text("file_id")
                .map(id -> new MediaFile(
                        id,
                        file.text("file_unique_id"),
                        sort,
                        file.text("file_name"),
                        file.number("file_size").orElse(0L),
                        album));
    }
}
