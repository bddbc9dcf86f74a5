package org.answerline.conversation;

/** Where a message was written. */
public enum Source {
    SITE,
    TELEGRAM
}
