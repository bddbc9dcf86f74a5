package org.answerline.conversation.team;

import java.time.Instant;
import java.util.Optional;

/**
 * What an operator noted about a user for the other operators.
 *
 * @param operatorName empty for an anonymous administrator
 */
public record ConversationNote(Optional<String> operatorName, String text, Instant createdAt, boolean edited) {}
