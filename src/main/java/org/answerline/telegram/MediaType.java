package org.answerline.telegram;

/**
 * The types of files that a message can carry, each with its own method.
 *
 * @see <a href="https://core.telegram.org/bots/api#sendphoto">sendPhoto and its siblings</a>
 */
public enum MediaType {
    PHOTO("sendPhoto", "photo"),
    DOCUMENT("sendDocument", "document"),
    AUDIO("sendAudio", "audio"),
    VIDEO("sendVideo", "video"),
    VOICE("sendVoice", "voice"),
    VIDEO_NOTE("sendVideoNote", "video_note"),
    ANIMATION("sendAnimation", "animation"),
    STICKER("sendSticker", "sticker");

    private final String method;
    private final String field;

    MediaType(String method, String field) {
        this.method = method;
        this.field = field;
    }

    public String method() {
        return method;
    }

    /** The name of the file's parameter in a request, and of its member in a Message. */
    public String field() {
        return field;
    }
}
