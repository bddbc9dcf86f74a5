package org.answerline.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/**
 * An accepted type of files. Types that a browser (HTML, SVG, scripts) or an operating system could execute are not among them.
 *
 * @param mediaType as it is told to browsers
 */
record FileType(String mediaType, FileCategory kind) {

    private static final MimeTypes SIGNATURES = MimeTypes.getDefaultMimeTypes();
    private static final Map<String, FileType> TAKEN = new HashMap<>();
    private static final String TEXT = "text/plain";

    /** The largest photo Telegram takes, in bytes: https://core.telegram.org/bots/api#sendphoto. */
    private static final long LARGEST_PHOTO = 10L << 20;

    static {
        take(FileCategory.PICTURE, "image/jpeg", "image/png", "image/gif", "image/webp", "image/heic", "image/heif");
        take(FileCategory.DOCUMENT, "application/pdf", "text/plain", "text/csv", "application/rtf", "application/zip");
        take(FileCategory.DOCUMENT, "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint");
        String openXml = "application/vnd.openxmlformats-officedocument.";
        take(FileCategory.DOCUMENT, openXml + "wordprocessingml.document", openXml + "spreadsheetml.sheet");
        take(FileCategory.DOCUMENT, openXml + "presentationml.presentation");
        String openDocument = "application/vnd.oasis.opendocument.";
        take(FileCategory.DOCUMENT, openDocument + "text", openDocument + "spreadsheet", openDocument + "presentation");
        take(FileCategory.AUDIO, "audio/mpeg", "audio/mp4", "audio/ogg");
        take(FileCategory.VIDEO, "video/mp4", "video/webm", "video/quicktime");
        same("audio/ogg", "application/ogg", "audio/opus", "audio/vorbis");
        same("audio/mp4", "audio/x-m4a");
        same("video/mp4", "application/mp4", "video/x-m4v");
        same("application/zip", "application/x-zip-compressed");
    }

    /**
     * What a file is by its first bytes; its name only tells apart what looks alike inside (a ZIP and an office document). Plain text is
     * taken under any name (a log, a configuration, source code), unless it is of a type that something would run.
     */
    static Optional<FileType> of(Path content, String name) throws IOException {
        Metadata hints = new Metadata();
        hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        String type = detected(content, hints);
        if (TAKEN.containsKey(type) && !type.equals(TEXT)) {
            return Optional.of(TAKEN.get(type));
        }
        return PlainText.isHarmless(content, name, List.of(type, detected(content, new Metadata())))
                ? Optional.of(TAKEN.get(TEXT))
                : Optional.empty();
    }

    private static String detected(Path content, Metadata hints) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
            return SIGNATURES.detect(in, hints).getBaseType().toString();
        }
    }

    /** How Telegram is to show an uploaded file of this type and size. */
    SendAs form(long size) {
        boolean photo = mediaType.equals("image/jpeg") || mediaType.equals("image/png");
        if (photo && size <= LARGEST_PHOTO) {
            return SendAs.PHOTO;
        }
        return switch (mediaType) {
            case "video/mp4" -> SendAs.VIDEO;
            case "audio/mpeg", "audio/mp4" -> SendAs.AUDIO;
            default -> SendAs.DOCUMENT;
        };
    }

    private static void take(FileCategory kind, String... mediaTypes) {
        for (String mediaType : mediaTypes) {
            TAKEN.put(mediaType, new FileType(mediaType, kind));
        }
    }

    private static void same(String as, String... mediaTypes) {
        for (String mediaType : mediaTypes) {
            TAKEN.put(mediaType, TAKEN.get(as));
        }
    }
}
