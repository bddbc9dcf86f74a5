package org.answerline.conversation.rating;

/**
 * The ratings of some time.
 *
 * @param mean of their scores, 1 to 5; 0 if there are none
 */
public record RatingSummary(long count, double mean) {}
