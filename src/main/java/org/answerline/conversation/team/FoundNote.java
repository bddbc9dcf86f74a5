package org.answerline.conversation.team;

import java.time.Instant;
import java.util.Optional;

/**
 * A note that was found by its words.
 *
 * @param operatorName empty for an anonymous administrator
 * @param excerpt the part of its text with the words
 */
public record FoundNote(long userId, Optional<String> operatorName, Instant createdAt, String excerpt) {}
