package org.answerline.privacy;

import java.util.List;
import org.answerline.privacy.TelegramCopies.Copy;

/**
 * The amount of data about a user that is erased, and of messages that stay in Telegram.
 *
 * @param messages number of messages in the conversation, of both sides
 * @param files number of files in the conversation, including files that were not sent yet
 * @param keptAtOperator number of messages that stay in the operators' chat: too old to be deleted, or shared with other users
 * @param keptAtUser number of messages that stay in the user's own Telegram
 */
public record ErasureSummary(long messages, long files, long keptAtOperator, long keptAtUser) {

    static ErasureSummary of(long messages, long files, List<Copy> copies) {
        List<Copy> kept = copies.stream().filter(copy -> !copy.deletable()).toList();
        long atOperator = kept.stream().filter(Copy::atOperator).count();
        return new ErasureSummary(messages, files, atOperator, kept.size() - atOperator);
    }
}
