package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.List;

/**
 * What became of a chaos run.
 *
 * @param text the table for people
 * @param holds whether nothing was lost, doubled, out of order or called delivered without having arrived
 * @param serversKilled how often a server was killed
 * @param databaseKilled how often the database was killed
 * @param stored how many questions and answers there are
 */
public record ChaosReport(String text, boolean holds, long serversKilled, long databaseKilled, int stored) {

    private static final int SHOWN = 20;

    static ChaosReport of(ChaosPlan plan, Journal journal, Audit audit, long faults, Duration draining, long waiting) {
        var text = new StringBuilder();
        text.append("Chaos run, seed %d, %d s, %d people%n%n"
                .formatted(plan.seed(), plan.length().toSeconds(), plan.people()));
        row(text, "servers killed (-9)", journal.count(Journal.Kind.SERVER_KILLED));
        row(text, "database killed (-9)", journal.count(Journal.Kind.DATABASE_KILLED));
        row(text, "starts repeated", journal.brokenStarts.get());
        row(text, "Bot API calls spoilt", faults);
        row(text, "updates brought again", journal.repeatedUpdates.get());
        row(text, "sessions lost", journal.lostSessions.size());
        var asked = journal.fates(false);
        row(text, "questions accepted", asked.get(Journal.Fate.ACCEPTED));
        row(text, "  with unknown outcome", asked.get(Journal.Fate.UNKNOWN));
        row(text, "  refused", asked.get(Journal.Fate.REFUSED));
        journal.refusals.forEach((why, times) -> row(text, "    " + why, times));
        row(text, "answers accepted", journal.fates(true).get(Journal.Fate.ACCEPTED));
        row(text, "stored", audit.stored());
        row(text, "  cut off by the end", audit.unfinished);
        row(text, "arrived, with copies", audit.arrived());
        row(text, "messages, in and out", audit.stored() + audit.arrived());
        row(text, "outbox drained after, s", draining.toSeconds());
        text.append('\n');
        row(text, "LOST", audit.lost.size());
        row(text, "DOUBLED", audit.doubled.size());
        row(text, "OUT OF ORDER", audit.outOfOrder.size());
        row(text, "FALSELY DELIVERED", audit.falselyDelivered.size());
        row(text, "STRANGE", audit.strange.size());
        row(text, "still in the outbox", waiting);
        row(
                text,
                "unavoidable copies",
                audit.unavoidable.values().stream().mapToInt(Integer::intValue).sum());
        for (var cause : Copies.Cause.values()) {
            row(text, "  " + cause.words, audit.unavoidable.getOrDefault(cause, 0));
        }
        List.of(audit.lost, audit.doubled, audit.outOfOrder, audit.falselyDelivered, audit.strange)
                .forEach(offences -> offences.stream().limit(SHOWN).forEach(offence -> text.append(offence)
                        .append('\n')));
        return new ChaosReport(
                text.toString(),
                audit.holds() && waiting == 0,
                journal.count(Journal.Kind.SERVER_KILLED),
                journal.count(Journal.Kind.DATABASE_KILLED),
                audit.stored());
    }

    private static void row(StringBuilder text, String name, long value) {
        text.append("%-26s %8d%n".formatted(name, value));
    }
}
