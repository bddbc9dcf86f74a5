package org.answerline.conversation.canned;

import org.answerline.telegram.text.FormattedText;

/**
 * A text that operators send under a name.
 *
 * @param name in lower case
 */
public record CannedReply(String name, FormattedText text) {}
