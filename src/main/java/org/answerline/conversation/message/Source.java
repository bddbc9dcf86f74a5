package org.answerline.conversation.message;

/** Where a message was written. */
public enum Source {
    SITE,
    TELEGRAM
}
