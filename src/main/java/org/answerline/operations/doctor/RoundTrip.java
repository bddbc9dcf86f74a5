package org.answerline.operations.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.answerline.delivery.DeliveryRows;
import org.answerline.delivery.message.MessageKind;
import org.answerline.platform.database.DatabaseException;
import org.answerline.platform.database.JdbcClient;

/** Sends a test message through the outbox, and calls the webhook at the public address as Telegram does. */
public final class RoundTrip {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final Installation installation;

    /** For this installation. */
    public RoundTrip(Installation installation) {
        this.installation = installation;
    }

    /** Tests both directions; takes up to 40 seconds. */
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.add(sendTest(new DeliveryRows(new JdbcClient(installation.database()))));
        } catch (DatabaseException unavailable) {
            findings.add(Finding.failed("database.away", DatabaseCheck.firstLine(unavailable)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        installation.webhookUrl().ifPresent(url -> findings.add(callWebhook(url)));
        return findings;
    }

    private Finding sendTest(DeliveryRows outbox) throws InterruptedException {
        String text = installation.settings().texts().get("doctor.test_message");
        long id = outbox.add(installation.operatorChat(), MessageKind.WORD, text);
        return Polling.until(TIMEOUT, PAUSE, () -> outbox.outcome(id).map(RoundTrip::finding))
                .orElseGet(() -> Finding.failed("trip.waiting", TIMEOUT.toSeconds()));
    }

    private static Finding finding(DeliveryRows.Outcome outcome) {
        return outcome.isSent() ? Finding.ok("trip.sent") : Finding.failed("trip.refused", outcome.failure());
    }

    /** A body that is no update has no effect; only Answerline answers it with 400, and only with the right secret. */
    private Finding callWebhook(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWER_TIMEOUT)
                .header("X-Telegram-Bot-Api-Secret-Token", installation.secret())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return switch (status) {
                case 400 -> Finding.ok("door.open", url);
                case 403 -> Finding.failed("door.refuses", url, status);
                default -> Finding.failed("door.foreign", url, status);
            };
        } catch (IOException unreachable) {
            return Finding.warning("door.closed", url, unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Finding.warning("door.closed", url, "interrupted");
        }
    }
}
