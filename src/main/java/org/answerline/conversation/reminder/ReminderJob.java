package org.answerline.conversation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.answerline.conversation.correction.AnswerWithdrawals;
import org.answerline.conversation.hours.DeskHours;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.alarm.Alarms;
import org.answerline.platform.config.HoursSettings;
import org.answerline.platform.config.MailSettings;
import org.answerline.platform.config.Settings;

/**
 * Looks for users who have waited for an answer for as long as SUPPORT_REMIND_MINUTES says, minutes outside of the team's hours not
 * counted. While nobody is there, or nothing reaches the operators, it waits, so that there is one reminder afterwards and not several.
 */
@ApplicationScoped
public class ReminderJob {

    @Inject
    private Settings settings;

    @Inject
    private DeskHours hours;

    @Inject
    private Alarms alarms;

    @Inject
    private OperatorChat operator;

    @Inject
    private Reminders reminders;

    /** The message up to which nothing is left to be reminded of; null before the first look. */
    private Long done;

    /** Reminds the operators, if it is time. */
    public synchronized void run() {
        NavigableMap<Integer, Instant> since = longEnough();
        if (since.isEmpty() || !hours.isOpen() || alarms.isOutOfReach(operator.id())) {
            return;
        }
        long after = done == null ? reminders.beginning(since.lastEntry().getValue()) : done;
        done = reminders.remind(since, after, settings.isSet(MailSettings.ALARM_ADDRESS));
    }

    /**
     * The wait that a withdrawn answer had ended is open again. Its beginning may be older than what is looked at, on all nodes; they find
     * it by the database.
     */
    void opened(@Observes AnswerWithdrawals.Withdrawn answer) {
        NavigableMap<Integer, Instant> since = longEnough();
        if (!since.isEmpty()) {
            reminders.opened(answer.userId(), since);
        }
    }

    /** The latest beginning of a wait for each number of minutes. */
    private NavigableMap<Integer, Instant> longEnough() {
        NavigableMap<Integer, Instant> since = new TreeMap<>();
        settings.configured(HoursSettings.REMIND_MINUTES).stream()
                .flatMap(SortedSet::stream)
                .forEach(minutes -> since.put(
                        minutes, hours.before(Duration.ofMinutes(minutes)).orElse(Instant.EPOCH)));
        return since;
    }
}
