package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.List;

/**
 * What became of a chaos run.
 *
 * @param text the table for people
 * @param holds whether nothing was lost, doubled, out of order or called delivered without having arrived, every correction took effect, and no
 *     note reached a user
 * @param serversKilled how often a server was killed
 * @param databaseKilled how often the database was killed
 * @param stored how many questions and answers there are
 */
public record ChaosReport(String text, boolean holds, long serversKilled, long databaseKilled, int stored) {

    private static final int SHOWN = 20;

    static ChaosReport of(ChaosPlan plan, Journal journal, Audit audit, long faults, Duration draining, long waiting) {
        var text = new StringBuilder();
        text.append("Chaos run, seed %d, %d s, %d people, operators in a %s%n%n"
                .formatted(
                        plan.seed(),
                        plan.length().toSeconds(),
                        plan.people(),
                        plan.isForum() ? "forum" : "private chat"));
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
        row(text, "questions edited", journal.edited(false));
        row(text, "answers edited", journal.edited(true));
        row(text, "  into notes, refused", journal.refusedEdits.get());
        row(text, "answers withdrawn", journal.withdrawn().size());
        row(text, "notes written", journal.notes.get());
        row(text, "  and edited", journal.editedNotes.get());
        row(text, "topics deleted", journal.deletedTopics.get());
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
        row(text, "LAST EDIT NOT SHOWN", audit.corrections.outdated.size());
        row(text, "NOT WITHDRAWN", audit.corrections.notWithdrawn.size());
        row(text, "NOTES LEAKED", audit.corrections.leakedNotes.size());
        row(text, "NOTES LOST", audit.corrections.lostNotes.size());
        row(text, "STRANGE", audit.strange.size());
        row(text, "still in the outbox", waiting);
        row(
                text,
                "unavoidable copies",
                audit.unavoidable.values().stream().mapToInt(Integer::intValue).sum());
        for (var cause : Copies.Cause.values()) {
            row(text, "  " + cause.words, audit.unavoidable.getOrDefault(cause, 0));
        }
        List.of(
                        audit.lost,
                        audit.doubled,
                        audit.outOfOrder,
                        audit.falselyDelivered,
                        audit.corrections.outdated,
                        audit.corrections.notWithdrawn,
                        audit.corrections.leakedNotes,
                        audit.corrections.lostNotes,
                        audit.strange)
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
