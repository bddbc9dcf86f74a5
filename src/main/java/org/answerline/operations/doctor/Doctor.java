package org.answerline.operations.doctor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerline.operations.settings.SettingsCheck;

/** Checks an installation; every fault that stops messages has a finding with advice. */
public final class Doctor {

    private static final List<Check> TELEGRAM = List.of(new BotCheck(), new OperatorChatCheck(), new WebhookCheck());

    private final Installation installation;

    /** For this installation. */
    public Doctor(Installation installation) {
        this.installation = installation;
    }

    /** Runs all checks; the findings are in the order in which an owner should fix them. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(settings());
        boolean settingsRight = findings.stream().noneMatch(finding -> finding.severity() == Severity.FAILED);
        findings.addAll(new DatabaseCheck().of(installation));
        if (settingsRight) {
            TELEGRAM.forEach(check -> findings.addAll(check.of(installation)));
        }
        if (isReachable(findings)) {
            findings.addAll(new OutboxCheck().of(installation));
        }
        if (settingsRight) {
            findings.addAll(new MailCheck().of(installation));
        }
        return findings;
    }

    /** What this node needs to accept requests; quick, and without a call to Telegram. */
    public List<Finding> essentials() {
        try (Connection connection = installation.database().getConnection()) {
            return List.of(WriteProbe.ofOneRow(connection));
        } catch (SQLException unavailable) {
            return List.of(Finding.failed("database.away", DatabaseCheck.firstLine(unavailable)));
        }
    }

    /** Whether a test message can be queued: the settings are right and the outbox can be written to. */
    public static boolean canSendTest(List<Finding> findings) {
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
