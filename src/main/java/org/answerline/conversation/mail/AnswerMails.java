package org.answerline.conversation.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerline.account.mail.MailToken;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.mail.AnswerMailRows.DueMail;
import org.answerline.conversation.mail.AnswerMailRows.MailedUser;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.database.CleanupTask;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.platform.mail.Mailer;

/**
 * The e-mails about answers: which are due, and what became of them.
 *
 * <p>What an e-mail is about is decided when it is sent, with the user's row locked: an answer that was seen, withdrawn or sent to Telegram in
 * the meantime is not in it, an edited one has its present text, and two nodes never send the same.
 */
@ApplicationScoped
@Transactional
public class AnswerMails implements CleanupTask {

    /** The key of the time since when e-mails are sent; answers from before lead to none. */
    static final String SINCE = "answer_mails.since";

    /** An answer for which an e-mail has been due for longer than this when it is found leads to none. */
    private static final Duration NEWS = Duration.ofDays(1);

    /** How old an answer may be when an e-mail about it is tried for the last time. */
    private static final Duration OLDEST = Duration.ofDays(4);

    /** How long a node may take to send an e-mail, longer than a slow mail server needs; after this another node tries. */
    private static final Duration LEASE = Duration.ofMinutes(20);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 6;

    /** With the pauses this is a day and a half. */
    private static final int MOST_ATTEMPTS = 200;

    private static final Duration TOKEN_MEMORY = Duration.ofDays(400);

    @Inject
    private AnswerMailRows rows;

    @Inject
    private AnswerMailReports reports;

    @Inject
    private Attachments attachments;

    @Inject
    private KeyValueStore facts;

    @Inject
    private Mailer mailer;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Whether such e-mails are sent at all. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean areOn() {
        return mailer.isSet() && !patience().isZero();
    }

    /** Finds the users who are owed an e-mail. */
    void findDue() {
        Instant now = clock.instant();
        rows.findDue(latest(since(now), now.minus(patience()).minus(NEWS)), now.minus(patience()), now);
    }

    /** Claims the next e-mail; it is due again only when it is postponed or its node has failed. */
    Optional<AnswerMail> takeDue() {
        Instant now = clock.instant();
        Optional<AnswerMail> taken = Optional.empty();
        Optional<DueMail> due = rows.firstDue(now);
        while (due.isPresent() && taken.isEmpty()) {
            taken = take(due.get(), now);
            due = rows.firstDue(now);
        }
        return taken;
    }

    private Optional<AnswerMail> take(DueMail due, Instant now) {
        List<UnseenAnswer> answers =
                due.isAllowed() ? rows.unseen(due.userId(), latest(since(now), now.minus(OLDEST))) : List.of();
        if (answers.isEmpty()) {
            rows.end(due.userId(), 0);
            return Optional.empty();
        }
        rows.countAttempt(due.userId(), now.plus(LEASE));
        MailToken token = MailToken.fresh();
        rows.addToken(token.hash(), due.userId(), now);
        return Optional.of(new AnswerMail(
                due.userId(),
                due.address(),
                due.language(),
                due.isVouched(),
                due.isGuest(),
                answers,
                files(answers),
                token,
                due.attempts() + 1));
    }

    /** The mail server has accepted it: the operators see so on their replies. */
    void markSent(AnswerMail mail) {
        rows.end(mail.userId(), mail.through());
        reports.sent(mail);
    }

    /** Makes it due again after a pause that grows with the number of attempts, up to the last attempt; whether there is one more. */
    boolean postpone(AnswerMail mail) {
        if (mail.attempts() >= MOST_ATTEMPTS) {
            rows.end(mail.userId(), mail.through());
            return false;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(mail.attempts() - 1, DOUBLINGS));
        rows.postpone(mail.userId(), clock.instant().plus(pause));
        return true;
    }

    /** The mail server has refused the address for good: the operators are informed once, and it is not tried again. */
    void markRefused(AnswerMail mail) {
        rows.end(mail.userId(), mail.through());
        if (rows.markRefused(mail.userId(), mail.address())) {
            reports.refused(mail);
        }
    }

    /**
     * An e-mail to this address came back after the mail server had accepted it: the operators are informed once, and no more are sent to
     * it.
     *
     * @return to how many conversations e-mails about answers have gone at this address
     */
    public int markReturned(String address) {
        List<MailedUser> users = rows.mailedAt(address);
        users.stream()
                .filter(user -> rows.markRefused(user.userId(), user.address()))
                .forEach(reports::returned);
        return users.size();
    }

    /** Deletes links that nobody follows any more. */
    @Override
    public void deleteOld() {
        rows.deleteTokens(clock.instant().minus(TOKEN_MEMORY));
    }

    /** The next time that e-mails are switched on counts from then. */
    void forgetSince() {
        facts.forget(SINCE);
    }

    private Map<Long, List<String>> files(List<UnseenAnswer> answers) {
        return attachments.of(answers.stream().map(UnseenAnswer::id).toList()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Attachment::name).toList()));
    }

    private Duration patience() {
        return Duration.ofMinutes(settings.get(MailSettings.ANSWER_MINUTES));
    }

    private Instant since(Instant now) {
        return facts.value(SINCE).map(Instant::parse).orElseGet(() -> {
            facts.remember(SINCE, now.toString());
            return now;
        });
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
