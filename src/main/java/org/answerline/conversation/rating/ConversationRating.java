package org.answerline.conversation.rating;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The rating of one closing of a conversation.
 *
 * @param closedThrough the id of the last message when it was closed
 * @param score 1 (bad) to 5 (good); empty if the user has not rated it
 */
public record ConversationRating(
        long id, long userId, long closedThrough, OptionalInt score, Optional<String> comment) {}
