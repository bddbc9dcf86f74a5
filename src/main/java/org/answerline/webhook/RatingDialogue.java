package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.rating.RatingRequests;
import org.answerline.linking.LinkedUser;
import org.answerline.linking.TelegramLinking;
import org.answerline.webhook.event.IncomingEvent;

/** Takes the rating of a closed conversation in its user's private chat: the score by a button, the comment by a Reply. */
@ApplicationScoped
class RatingDialogue {

    private static final String PREFIX = RatingRequests.VERB + ":";

    @Inject
    private TelegramLinking linking;

    @Inject
    private RatingRequests ratings;

    @Inject
    private BotReplies words;

    /** Whether a button gives a score. */
    boolean isScore(IncomingEvent.ButtonPressed pressed) {
        return pressed.data().startsWith(PREFIX);
    }

    /**
     * Takes the score of a button.
     *
     * @return what the user reads for a moment; empty if the data, which may be forged, names no rating of this user
     */
    Optional<String> rate(IncomingEvent.ButtonPressed pressed) {
        String data = pressed.data().substring(PREFIX.length());
        return linking.userIn(pressed.chatId())
                .flatMap(user -> ratings.rate(user, pressed.message().id(), data))
                .map(key -> words.texts(pressed.language()).get(key));
    }

    /**
     * Takes a Reply to the message with the rating as its comment; anything else is a message to support.
     *
     * @return whether it is a comment
     */
    boolean takeComment(LinkedUser user, IncomingEvent.UserMessage message) {
        boolean isComment = !message.media()
                && !message.foreign()
                && message.replied().stream()
                        .flatMap(replied -> replied.references().stream())
                        .anyMatch(reference -> ratings.takeComment(
                                user.userId(),
                                reference.supportMessageId(),
                                message.text().text()));
        if (isComment) {
            words.toChatOn(message.chatId(), message.messageId(), message.language(), "telegram.user.rated.comment");
        }
        return isComment;
    }
}
