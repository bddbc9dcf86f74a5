package org.answerline.privacy;

import org.answerline.platform.text.Texts;

/**
 * What an erasure has to know of Telegram.
 *
 * @param botId the bot that serves the desk now; no other's messages can be deleted
 * @param operatorChat where the operator is
 * @param texts the operator's language
 */
public record ErasureContext(long botId, long operatorChat, Texts texts) {}
