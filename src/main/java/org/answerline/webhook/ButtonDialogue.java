package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.ConversationClosing;
import org.answerline.conversation.outgoing.CloseButton;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.ReplyTarget;
import org.answerline.conversation.reply.ReplyTargets;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.operator.OperatorRights;
import org.answerline.webhook.operator.RepliedMessages;

/**
 * Buttons under the bot's messages. What one may do follows from the chat in which its message is, never from its data, which anyone can
 * forge: data that makes no sense there changes nothing.
 */
@ApplicationScoped
class ButtonDialogue {

    @Inject
    private RepliedMessages repliedMessages;

    @Inject
    private ReplyTargets targets;

    @Inject
    private OperatorRights rights;

    @Inject
    private ConversationClosing closing;

    @Inject
    private RatingDialogue ratings;

    @Inject
    private OperatorChat operator;

    /**
     * Does what a button says.
     *
     * @return what the person reads for a moment, at most 200 characters; empty if nothing was done
     */
    Optional<String> press(IncomingEvent.ButtonPressed pressed, boolean inOperatorsChat) {
        if (ratings.isScore(pressed)) {
            return ratings.rate(pressed);
        }
        return inOperatorsChat && pressed.data().equals(CloseButton.VERB)
                ? Optional.of(close(pressed))
                : Optional.empty();
    }

    /** The conversation is the one of the message with the button, as for /close in a Reply to it. */
    private String close(IncomingEvent.ButtonPressed pressed) {
        if (!rights.isOperator(pressed.author())) {
            return operator.texts().get("telegram.button.notallowed");
        }
        ReplyTarget target =
                targets.of(Optional.of(repliedMessages.of(pressed.message(), pressed.author())), operator.id(), "");
        if (target instanceof ReplyTarget.Person person) {
            boolean isNew =
                    closing.close(person.about().userId(), person.about().id());
            return operator.texts().get(isNew ? "telegram.button.closed" : "telegram.button.closedalready");
        }
        return operator.texts().get("telegram.button.unknown");
    }
}
