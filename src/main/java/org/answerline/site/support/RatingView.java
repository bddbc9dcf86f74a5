package org.answerline.site.support;

import org.answerline.conversation.rating.ConversationRating;

/**
 * The rating of a closed conversation on its user's page.
 *
 * @param score 0 if the user has not rated it
 */
public record RatingView(long id, int score) {
    static RatingView of(ConversationRating rating) {
        return new RatingView(rating.id(), rating.score().orElse(0));
    }
}
