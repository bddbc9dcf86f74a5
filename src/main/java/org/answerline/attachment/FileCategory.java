package org.answerline.attachment;

/** What a reader does with a file: look, read, listen, watch. */
public enum FileCategory {
    PICTURE,
    DOCUMENT,
    AUDIO,
    VIDEO
}
