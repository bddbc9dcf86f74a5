package org.answerline.attachment;

/** As what a file stands in a messenger's chat. */
public enum Form {
    PHOTO("photo.jpg", "image/jpeg", Kind.PICTURE),
    DOCUMENT("file", "application/octet-stream", Kind.DOCUMENT),
    AUDIO("audio.mp3", "audio/mpeg", Kind.AUDIO),
    VIDEO("video.mp4", "video/mp4", Kind.VIDEO),
    VOICE("voice.ogg", "audio/ogg", Kind.AUDIO),
    VIDEO_NOTE("video.mp4", "video/mp4", Kind.VIDEO),
    ANIMATION("animation.mp4", "video/mp4", Kind.VIDEO),
    STICKER("sticker.webp", "image/webp", Kind.PICTURE);

    private final String usualName;
    private final String usualType;
    private final Kind kind;

    Form(String usualName, String usualType, Kind kind) {
        this.usualName = usualName;
        this.usualType = usualType;
        this.kind = kind;
    }

    /** What a file is called that came without a name. */
    String usualName() {
        return usualName;
    }

    String usualType() {
        return usualType;
    }

    Kind kind() {
        return kind;
    }

    /** Whether two files of these forms may stand in one album: photos with videos, otherwise each with its like. */
    public boolean joins(Form other) {
        return isAlbumForm() && (this == other || (isSight() && other.isSight()));
    }

    private boolean isAlbumForm() {
        return isSight() || this == DOCUMENT || this == AUDIO;
    }

    private boolean isSight() {
        return this == PHOTO || this == VIDEO;
    }
}
