package org.answerline.operations;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.answerline.account.mail.AccountMailSender;
import org.answerline.conversation.HeldAnswers;
import org.answerline.conversation.block.QuestionIntake;
import org.answerline.conversation.mail.AnswerMailSender;
import org.answerline.operations.alarms.AlarmMails;
import org.answerline.platform.database.DatabaseClock;
import org.answerline.platform.observability.Log;

/**
 * Work that every node does from time to time and no request waits for; harmless when two nodes do it at the same time. With a read lock,
 * because the other jobs do not wait for the mail server.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Lock(LockType.READ)
public class ScheduledJobs {

    private static final Logger LOG = Log.of(ScheduledJobs.class);

    @Inject
    private DatabaseClock clock;

    @Inject
    private HeldAnswers heldAnswers;

    @Inject
    private QuestionIntake questions;

    @Inject
    private TransactionalJobs jobs;

    @Inject
    private AccountMailSender mailSender;

    @Inject
    private AlarmMails alarms;

    @Inject
    private AnswerMailSender answerMails;

    /** Sends e-mails again that the mail server did not accept. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void sendAccountMails() {
        safely(mailSender::send);
    }

    /** Sends the owner an e-mail when messages cannot be delivered. */
    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void sendAlarms() {
        safely(alarms::send);
    }

    /** Sends users an e-mail about answers that they have not seen. */
    @Schedule(hour = "*", minute = "*", second = "8/10", persistent = false)
    void sendAnswerMails() {
        safely(answerMails::send);
    }

    /** Follows the clock of the database. */
    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void synchroniseClock() {
        safely(clock::synchronise);
    }

    /** Sends answers that nothing holds back any more. */
    @Schedule(hour = "*", minute = "*", second = "37", persistent = false)
    void sweepHeld() {
        jobs.run(heldAnswers::sendOverdue);
    }

    /** Gives the operators what was kept back of users whose block has ended. */
    @Schedule(hour = "*", minute = "*", second = "17", persistent = false)
    void sweepBlocks() {
        jobs.run(questions::releaseAll);
    }

    /** Logs a failure, also of loading a class: a server cancels a timer for good when its method throws. */
    static void safely(Runnable work) {
        try {
            work.run();
        } catch (Exception | LinkageError failure) {
            LOG.log(Level.WARNING, () -> "A scheduled job failed; trying again later: " + failure);
        }
    }
}
