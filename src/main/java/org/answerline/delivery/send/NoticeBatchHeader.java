package org.answerline.delivery.send;

import org.answerline.telegram.text.TelegramText;

/** The desk's own texts in a message of several notices, which are sent together because a group's queue is long. */
public interface NoticeBatchHeader {

    /**
     * Returns the heading.
     *
     * @param together the number of notices in the message
     * @param waiting the number of notices that wait after them
     */
    TelegramText of(int together, long waiting);

    /**
     * Returns what stands in the place of a notice that was erased while the message was being sent.
     *
     * @param supportMessageId the erased message, which a Reply to this place must not take for the one before it
     */
    TelegramText erased(long supportMessageId);
}
