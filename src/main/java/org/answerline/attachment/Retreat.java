package org.answerline.attachment;

/** Whether a file that Telegram refused can be sent in another way. */
public enum Retreat {
    /** It is sent in a plainer way from now on. */
    PLAINER,
    /** Not before its content has been downloaded, which is still going on. */
    NOT_YET,
    /** There is no way left. */
    NOTHING_LEFT
}
