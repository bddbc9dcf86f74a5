package org.answerline.telegram;

/**
 * The sorts of files a message can carry, each with a method of its own.
 *
 * @see <a href="https://core.telegram.org/bots/api#sendphoto">sendPhoto and its like</a>
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

    String method() {
        return method;
    }

    /** The name of the file's parameter, and of its member in a Message. */
    String field() {
        return field;
    }
}
