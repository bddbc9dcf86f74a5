package org.answerline.privacy;

import java.util.List;
import org.answerline.privacy.TelegramCopies.Copy;

/**
 * How much of a user there is to erase.
 *
 * @param messages in the conversation, of both sides
 * @param files in the conversation, and those not sent yet
 * @param keptAtOperator messages in the operator's chat that stay: older than Telegram lets us delete, or shared with others
 * @param keptAtUser messages in the user's own Telegram that stay
 */
public record ErasureSummary(long messages, long files, long keptAtOperator, long keptAtUser) {

    static ErasureSummary of(long messages, long files, List<Copy> copies) {
        List<Copy> kept = copies.stream().filter(copy -> !copy.deletable()).toList();
        long atOperator = kept.stream().filter(Copy::atOperator).count();
        return new ErasureSummary(messages, files, atOperator, kept.size() - atOperator);
    }
}
