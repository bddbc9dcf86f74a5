package org.answerline.sandbox.telegram;

/**
 * Where in a chat a message is written.
 *
 * @param thread the topic; {@link Forum#GENERAL} for General, {@link #ANY} for the topic of what it answers, or General
 * @param replyTo the message it answers, or null
 */
record Place(long thread, Long replyTo) {
    /** No topic is named. */
    static final long ANY = 0;

    static Place replyingTo(Long replyTo) {
        return new Place(ANY, replyTo);
    }
}
