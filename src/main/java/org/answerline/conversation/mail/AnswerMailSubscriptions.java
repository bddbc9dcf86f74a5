package org.answerline.conversation.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.answerline.account.mail.MailToken;

/** Whether users want e-mails about answers. */
@ApplicationScoped
@Transactional
public class AnswerMailSubscriptions {

    @Inject
    private AnswerMailRows rows;

    @Inject
    private Clock clock;

    /** Whether a user wants them; every user does at first. */
    public boolean isSubscribed(long userId) {
        return !rows.isUnsubscribed(userId);
    }

    /** Switches them on or off for a user. */
    public void subscribe(long userId, boolean wanted) {
        rows.setUnsubscribed(userId, wanted ? null : clock.instant());
    }

    /** Whether a link of an e-mail is valid. */
    public boolean isKnown(String token) {
        return userOf(token).isPresent();
    }

    /** Switches them off for the user of a link; false if the link is not valid. */
    public boolean unsubscribe(String token) {
        Optional<Long> user = userOf(token);
        user.ifPresent(id -> subscribe(id, false));
        return user.isPresent();
    }

    private Optional<Long> userOf(String token) {
        return rows.userOf(new MailToken(token).hash());
    }
}
