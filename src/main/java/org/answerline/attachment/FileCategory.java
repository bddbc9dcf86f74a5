package org.answerline.attachment;

/** The category of a file on the page: picture, document, audio or video. */
public enum FileCategory {
    PICTURE,
    DOCUMENT,
    AUDIO,
    VIDEO
}
