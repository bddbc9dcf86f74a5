package org.answerline.delivery.send;

import org.answerline.telegram.text.TelegramText;

/** The heading of several notices that are sent as one message because a group's queue is long. */
public interface NoticeBatchHeader {

    /**
     * Returns the heading.
     *
     * @param together the number of notices in the message
     * @param waiting the number of notices that wait after them
     */
    TelegramText of(int together, long waiting);
}
