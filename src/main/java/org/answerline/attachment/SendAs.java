package org.answerline.attachment;

/** How Telegram shows a file in a chat. */
public enum SendAs {
    PHOTO("photo.jpg", "image/jpeg", FileCategory.PICTURE),
    DOCUMENT("file", "application/octet-stream", FileCategory.DOCUMENT),
    AUDIO("audio.mp3", "audio/mpeg", FileCategory.AUDIO),
    VIDEO("video.mp4", "video/mp4", FileCategory.VIDEO),
    VOICE("voice.ogg", "audio/ogg", FileCategory.AUDIO),
    VIDEO_NOTE("video.mp4", "video/mp4", FileCategory.VIDEO),
    ANIMATION("animation.mp4", "video/mp4", FileCategory.VIDEO),
    STICKER("sticker.webp", "image/webp", FileCategory.PICTURE);

    private final String usualName;
    private final String usualType;
    private final FileCategory kind;

    SendAs(String usualName, String usualType, FileCategory kind) {
        this.usualName = usualName;
        this.usualType = usualType;
        this.kind = kind;
    }

    /** The name of a file that was sent without one. */
    String usualName() {
        return usualName;
    }

    String usualType() {
        return usualType;
    }

    FileCategory kind() {
        return kind;
    }

    /** Whether two files of these forms may be in one media group: photos with videos, otherwise only the same form. */
    public boolean joins(SendAs other) {
        return isAlbumForm() && (this == other || (isSight() && other.isSight()));
    }

    private boolean isAlbumForm() {
        return isSight() || this == DOCUMENT || this == AUDIO;
    }

    private boolean isSight() {
        return this == PHOTO || this == VIDEO;
    }
}
