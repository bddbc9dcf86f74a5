package org.answerline.telegram;

import java.util.List;
import java.util.Optional;

/**
 * A file that a message brings.
 *
 * @param fileId what this bot may name it by, for ever
 * @param name what its sender calls it, if it has a name
 * @param size in bytes, 0 when not told
 * @param album media_group_id: the message is one of several that were sent as an album
 */
public record MediaFile(String fileId, MediaType sort, Optional<String> name, long size, Optional<String> album) {

    /** An animation also stands as a document, so it is looked for first. */
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

    /** An animated sticker is a drawing in a format of Telegram's own, which nothing else can show. */
    private static Optional<MediaFile> read(LenientJson file, MediaType sort, Optional<String> album) {
        if (sort == MediaType.STICKER && file.isTrue("is_animated")) {
            return Optional.empty();
        }
        return file.text("file_id")
                .map(id -> new MediaFile(
                        id,
                        sort,
                        file.text("file_name"),
                        file.number("file_size").orElse(0L),
                        album));
    }
}
