package org.answerline.delivery;

import org.answerline.telegram.TelegramText;

/** What stands above several notices that leave as one message because a group's queue is long. */
public interface NoticeBatchHeader {

    /**
     * The words.
     *
     * @param together how many follow
     * @param waiting how many wait behind them
     */
    TelegramText of(int together, long waiting);
}
