package org.answerline.conversation.block;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.hours.AfterHoursMessages;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.HeldMessages;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.telegram.text.ContentCard;
import org.answerline.telegram.text.FormattedText;

/**
 * Passes users' messages on to the operators, except those of blocked users. A blocked user who is told gets an error, and nothing is
 * stored. Of a blocked user who is not told everything is stored, and the operators get it when the block has ended.
 */
@ApplicationScoped
@Transactional
public class QuestionIntake {

    /** So many users are looked at in one transaction. */
    private static final int MAX_USERS = 100;

    @Inject
    private UserBlocks blocks;

    @Inject
    private SupportMessages messages;

    @Inject
    private HeldMessages heldMessages;

    @Inject
    private Attachments attachments;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private AfterHoursMessages afterHours;

    @Inject
    private Clock clock;

    /**
     * Called before anything of a user's message is stored.
     *
     * @throws UserBlockedException if support has blocked the user and blocked users are told
     */
    public void check(long userId) {
        blocks.told(userId).ifPresent(block -> {
            throw new UserBlockedException(block);
        });
    }

    /** Queues a stored message for the operators, or keeps it back. The user learns if nobody is there now, in both cases alike. */
    public SupportMessage send(SupportMessage message, List<Attachment> files, Duration hold) {
        afterHours.tell(message);
        if (blocks.isKeptBack(message.userId())) {
            message.held(clock.instant());
            return message;
        }
        return dispatch.toOperator(message, files, hold);
    }

    /** What a message contains that is neither text nor a file, in its user's language. */
    public FormattedText textOf(ContentCard card, long userId) {
        return FormattedText.plain(card.text(dispatch.textsOf(userId)));
    }

    /** Queues what was kept back of a user whose block has ended; returns how many messages. */
    public int release(long userId) {
        List<SupportMessage> kept = heldMessages.keptBack(userId);
        kept.forEach(this::sendKeptBack);
        return kept.size();
    }

    /** Does so for the users whose blocks have ended by themselves. */
    public void releaseAll() {
        heldMessages.usersWithKeptBack(blocks.blockedIds(), MAX_USERS).forEach(this::release);
    }

    private void sendKeptBack(SupportMessage found) {
        SupportMessage message = messages.locked(found);
        if (message.delivery() == DeliveryState.HELD) {
            message.queued(clock.instant());
            dispatch.toOperator(message, attachments.of(message.id()), Duration.ZERO);
            messages.changed(message);
        }
    }
}
