package org.answerline.privacy;

import org.answerline.platform.text.Texts;

/**
 * What an erasure needs to know about Telegram.
 *
 * @param botId the id of the current bot; messages of other bots cannot be deleted
 * @param operatorChat the id of the operators' chat
 * @param texts the texts in the operators' language
 */
public record ErasureContext(long botId, long operatorChat, Texts texts) {}
