package org.answerline.site.api.json;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import org.answerline.conversation.rating.ConversationRating;

/**
 * The rating of the conversation's last closing.
 *
 * <p>As part of a larger object it is left out if there is none.
 *
 * @param score 1 to 5; null if the user has not rated it
 */
@JsonbNillable(false)
public record RatingJson(long id, @JsonbProperty(nillable = true) Integer score) {
    /** The rating as it is stored. */
    public static RatingJson of(ConversationRating rating) {
        return new RatingJson(
                rating.id(), rating.score().isPresent() ? rating.score().getAsInt() : null);
    }
}
