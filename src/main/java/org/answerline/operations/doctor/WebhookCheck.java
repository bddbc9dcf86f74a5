package org.answerline.operations.doctor;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.answerline.platform.database.DatabaseException;
import org.answerline.telegram.BotApiException;
import org.answerline.telegram.client.SetWebhook;
import org.answerline.telegram.client.WebhookInfo;

/** Whether Telegram sends all needed kinds of updates to this site, with the right secret. */
final class WebhookCheck implements Check {

    private static final Duration RECENT = Duration.ofHours(1);
    private static final long MANY_PENDING = 100;
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    @Override
    public List<Finding> of(Installation installation) {
        List<Finding> findings = new ArrayList<>();
        publicUrl(installation.publicUrl()).ifPresent(findings::add);
        try {
            findings.addAll(registration(installation, installation.bot().webhook()));
        } catch (BotApiException alreadyFound) {
            // BotCheck has a finding that Telegram cannot be asked.
        }
        return findings;
    }

    private static Optional<Finding> publicUrl(Optional<String> address) {
        if (address.isEmpty()) {
            return Optional.of(Finding.warning("address.unknown"));
        }
        URI url = URI.create(address.get());
        if (!"https".equals(url.getScheme())) {
            return Optional.of(Finding.failed("address.not_https", address.get()));
        }
        return PORTS.contains(url.getPort())
                ? Optional.empty()
                : Optional.of(Finding.failed("address.port", address.get()));
    }

    private static List<Finding> registration(Installation installation, WebhookInfo webhook) {
        if (webhook.url().isEmpty()) {
            return List.of(Finding.failed("webhook.absent"));
        }
        List<Finding> findings = new ArrayList<>();
        Finding address = url(installation, webhook.url());
        findings.add(address);
        kinds(webhook.allowedUpdates()).ifPresent(findings::add);
        if (address.severity() == Severity.OK) {
            secret(installation, webhook.url()).ifPresent(findings::add);
        }
        lastError(webhook, installation.clock().instant()).ifPresent(findings::add);
        if (webhook.pendingUpdateCount() > MANY_PENDING) {
            findings.add(Finding.warning("webhook.pending", webhook.pendingUpdateCount()));
        }
        return findings;
    }

    private static Optional<Finding> secret(Installation installation, String registered) {
        try (Connection connection = installation.database().getConnection()) {
            WebhookRegistrationRecord remembered = new WebhookRegistrationRecord(installation, connection);
            boolean required = installation.chosenSecret().isPresent()
                    || installation.publicUrl().isPresent()
                    || remembered.isOwnSecretInForce();
            if (!required) {
                return Optional.of(Finding.warning("webhook.no_secret"));
            }
            return remembered.matches(registered).orElse(true)
                    ? Optional.empty()
                    : Optional.of(Finding.warning("webhook.other_secret"));
        } catch (SQLException | DatabaseException alreadyFound) {
            return Optional.empty();
        }
    }

    private static Finding url(Installation installation, String registered) {
        Optional<String> ours = installation.webhookUrl();
        if (ours.isPresent() && !ours.get().equals(registered)) {
            return Finding.failed("webhook.elsewhere", registered, ours.get());
        }
        return registered.endsWith(Installation.WEBHOOK_PATH)
                ? Finding.ok("webhook.ours", registered)
                : Finding.failed("webhook.path", registered, Installation.WEBHOOK_PATH);
    }

    private static Optional<Finding> kinds(Set<String> allowed) {
        Set<String> missing = new TreeSet<>(SetWebhook.KINDS);
        missing.removeAll(allowed);
        return allowed.isEmpty() || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.failed("webhook.kinds", String.join(", ", missing)));
    }

    /** Telegram keeps showing the last error; it matters only while it is recent. */
    private static Optional<Finding> lastError(WebhookInfo webhook, Instant now) {
        if (webhook.lastErrorAt().isEmpty() || webhook.lastErrorAt().get().isBefore(now.minus(RECENT))) {
            return Optional.empty();
        }
        boolean secret = webhook.lastErrorMessage().contains("403");
        String key = secret ? "webhook.secret_refused" : "webhook.error";
        String at = webhook.lastErrorAt().get().toString();
        return Optional.of(
                webhook.pendingUpdateCount() > 0
                        ? Finding.failed(key, webhook.lastErrorMessage(), at, webhook.pendingUpdateCount())
                        : Finding.warning(key, webhook.lastErrorMessage(), at, webhook.pendingUpdateCount()));
    }
}
