package org.answerline.operations;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.answerline.conversation.OperatorChatRedirect;
import org.answerline.conversation.reminder.ReminderJob;
import org.answerline.conversation.reminder.UnansweredMails;
import org.answerline.conversation.statistics.WeeklyDigest;
import org.answerline.conversation.topic.TopicIcons;

/**
 * What every node sends to the operators and the owner by itself; by the database, one node sends it. {@link TransactionalJobs} does nothing
 * before the application has started. With a read lock, because reminders do not wait for the mail server.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@Lock(LockType.READ)
public class OperatorJobs {

    @Inject
    private TransactionalJobs jobs;

    @Inject
    private ReminderJob reminders;

    @Inject
    private WeeklyDigest digest;

    @Inject
    private UnansweredMails unanswered;

    @Inject
    private TopicIcons topicIcons;

    @Inject
    private OperatorChatRedirect redirect;

    /** Sends what waits for a former operators' chat to the present one. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void followOperators() {
        jobs.run(redirect::run);
    }

    /** Reminds of users who wait for an answer. */
    @Schedule(hour = "*", minute = "*", second = "3/20", persistent = false)
    void remind() {
        jobs.run(reminders::run);
    }

    /** Sends the owner an e-mail about users who have not been answered after the last reminder. It waits for the mail server. */
    @Schedule(hour = "*", minute = "*", second = "9/10", persistent = false)
    void sendUnanswered() {
        ScheduledJobs.safely(unanswered::send);
    }

    /** Shows by the icons of topics whose turn it is. */
    @Schedule(hour = "*", minute = "*", second = "13/20", persistent = false)
    void updateTopicIcons() {
        jobs.run(topicIcons::update);
    }

    /** Sends the numbers of the week. */
    @Schedule(hour = "*", minute = "*/5", second = "27", persistent = false)
    void sendDigest() {
        jobs.run(digest::send);
    }
}
