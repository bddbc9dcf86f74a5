package org.answerline.attachment;

/** Whether a file can be opened on the site. */
public enum FileState {
    /** It is here. */
    READY,
    /** It is still being fetched from Telegram. */
    WAITING,
    /** Telegram does not give it to a bot, because it is too large; the chats have it all the same. */
    TOO_LARGE,
    /** It could not be fetched, or is of a sort that the site does not keep. */
    FAILED
}
