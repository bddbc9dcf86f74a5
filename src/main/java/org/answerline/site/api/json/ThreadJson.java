package org.answerline.site.api.json;

import jakarta.json.bind.annotation.JsonbProperty;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.answerline.conversation.message.ConversationPage;
import org.answerline.conversation.rating.ConversationRating;
import org.answerline.conversation.team.ConversationState;

/**
 * A page of a conversation, the oldest message first.
 *
 * @param user whose it is; null if nobody is signed in
 * @param telegramBindingUrl links Telegram; null if it is linked, or cannot be
 * @param next the cursor of the page before; null on the oldest page
 * @param state whose turn it is: open (ours), waiting (the user's) or closed; left out if nobody is signed in
 * @param rating of the closed conversation; left out if it is not closed, or ratings are off
 * @param crossSite left out unless nobody is signed in: whether signing in would not change that, because another site's page asks
 */
public record ThreadJson(
        Long user,
        List<MessageJson> messages,
        String telegramBindingUrl,
        Long next,
        @JsonbProperty(nillable = false) String state,
        RatingJson rating,
        @JsonbProperty(nillable = false) Boolean crossSite) {

    /** A page of this user's conversation. */
    public static ThreadJson of(
            long userId,
            ConversationPage thread,
            ConversationState state,
            Optional<ConversationRating> rating,
            Optional<URI> bindingUrl) {
        List<MessageJson> messages = thread.messages().stream()
                .map(message -> MessageJson.of(message, thread.filesOf(message)))
                .toList();
        Long next = thread.next().isPresent() ? thread.next().getAsLong() : null;
        return new ThreadJson(
                userId,
                messages,
                bindingUrl.map(URI::toString).orElse(null),
                next,
                state.key(),
                rating.map(RatingJson::of).orElse(null),
                null);
    }

    /** The empty conversation of somebody who is not signed in. */
    public static ThreadJson signedOut(boolean crossSite) {
        return new ThreadJson(null, List.of(), null, null, null, null, crossSite);
    }
}
