package org.answerline.conversation.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.hours.DeskHours;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.platform.config.HoursSettings;
import org.answerline.platform.config.Settings;

/** Sends the numbers of the desk to the operators' chat on Mondays, if the owner wants them. */
@ApplicationScoped
public class WeeklyDigest {

    /** The hour of the day from which on it is sent, in the time zone of the team. */
    private static final int HOUR = 8;

    @Inject
    private Settings settings;

    @Inject
    private DeskHours hours;

    @Inject
    private GivenHints hints;

    @Inject
    private OperatorChat operator;

    @Inject
    private DeskStatistics statistics;

    @Inject
    private Clock clock;

    /** Sends them if it is time; on one node, once a week. A Monday on which the desk is down from 08:00 on has none. */
    @Transactional
    public void send() {
        ZonedDateTime now = clock.instant().atZone(hours.zone());
        boolean isTime = now.getDayOfWeek() == DayOfWeek.MONDAY && now.getHour() >= HOUR;
        if (isTime
                && settings.get(HoursSettings.DIGEST).equals("weekly")
                && hints.firstDigest(operator.id(), now.toLocalDate().toEpochDay())) {
            statistics.send();
        }
    }
}
