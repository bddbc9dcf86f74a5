package org.answerline.attachment;

/** Whether a file can be opened on the site. */
public enum FileState {
    /** Its content is stored. */
    READY,
    /** It is still being downloaded from Telegram. */
    WAITING,
    /** It is too large for a bot to download; it is only in the chats. */
    TOO_LARGE,
    /** It could not be downloaded, or its type is not accepted. */
    FAILED
}
