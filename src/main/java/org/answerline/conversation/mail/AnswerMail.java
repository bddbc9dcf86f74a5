package org.answerline.conversation.mail;

import java.util.List;
import java.util.Map;
import org.answerline.account.mail.MailToken;

/**
 * One e-mail that is to be sent now.
 *
 * @param address the user's confirmed address
 * @param language a BCP 47 tag; null if unknown
 * @param isVouched whether a site vouches for the user, who cannot sign in at the desk
 * @param isGuest whether the user has no account, so that the e-mail has a link that opens the conversation
 * @param answers at least one, the oldest first
 * @param files the names of the answers' files by the id of their answer
 * @param token of the link that unsubscribes
 * @param attempts how often it was tried, with this time
 */
record AnswerMail(
        long userId,
        String address,
        String language,
        boolean isVouched,
        boolean isGuest,
        List<UnseenAnswer> answers,
        Map<Long, List<String>> files,
        MailToken token,
        int attempts) {

    /** The id of the newest answer that it is about. */
    long through() {
        return last().id();
    }

    /** The newest answer that it is about. */
    UnseenAnswer last() {
        return answers.get(answers.size() - 1);
    }
}
