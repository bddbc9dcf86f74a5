package org.answerline.operations.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerline.operations.settings.SettingsCheck;

/** Examines an installation; every fault that keeps messages from arriving has its finding, with what to do. */
public final class Doctor {

    private static final List<Check> TELEGRAM = List.of(new BotCheck(), new OperatorChatCheck(), new WebhookCheck());

    private final Installation installation;

    /** For this installation. */
    public Doctor(Installation installation) {
        this.installation = installation;
    }

    /** Everything, in the order in which an owner should fix it. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(settings());
        boolean right = findings.stream().noneMatch(finding -> finding.severity() == Severity.FAILED);
        findings.addAll(new DatabaseCheck().of(installation));
        if (right) {
            TELEGRAM.forEach(examination -> findings.addAll(examination.of(installation)));
        }
        if (isReachable(findings)) {
            findings.addAll(new OutboxCheck().of(installation));
        }
        if (right) {
            findings.addAll(new MailCheck().of(installation));
        }
        return findings;
    }

    /** What this node needs to take requests at all; quick, and without a word to Telegram. */
    public List<Finding> essentials() {
        try (Connection connection = installation.database().getConnection()) {
            return List.of(WriteProbe.ofOneRow(connection));
        } catch (SQLException away) {
            return List.of(Finding.failed("database.away", DatabaseCheck.firstLine(away)));
        }
    }

    /** Whether a test message could be sent at all: the settings say where to, and the outbox takes it. */
    public static boolean canTravel(List<Finding> findings) {
        return isReachable(findings)
                && findings.stream().noneMatch(finding -> finding.key().equals("settings.wrong"));
    }

    /** The worst of these. */
    public static Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.OK);
    }

    private List<Finding> settings() {
        List<Finding> findings = new ArrayList<>();
        SettingsCheck.problems(installation.settings())
                .forEach(problem -> findings.add(Finding.failed("settings.wrong", problem)));
        if (findings.isEmpty()) {
            findings.add(Finding.ok("settings.right"));
        }
        return findings;
    }

    private static boolean isReachable(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.key().equals("database.ready"));
    }
}
