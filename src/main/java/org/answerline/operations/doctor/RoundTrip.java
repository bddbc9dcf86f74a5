package org.answerline.operations.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        try (Connection database = installation.database().getConnection()) {
            findings.add(sendTest(database));
        } catch (SQLException unavailable) {
            findings.add(Finding.failed("database.away", DatabaseCheck.firstLine(unavailable)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        installation.webhookUrl().ifPresent(url -> findings.add(callWebhook(url)));
        return findings;
    }

    private Finding sendTest(Connection database) throws SQLException, InterruptedException {
        long id = queue(database);
        return Polling.until(TIMEOUT, PAUSE, () -> outcome(database, id))
                .orElseGet(() -> Finding.failed("trip.waiting", TIMEOUT.toSeconds()));
    }

    /** Empty while the message waits. */
    private static Optional<Finding> outcome(Connection database, long id) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("select state, failure from deliveries where id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return switch (rows.getString(1)) {
                    case "SENT" -> Optional.of(Finding.ok("trip.sent"));
                    case "GAVE_UP" -> Optional.of(Finding.failed("trip.refused", rows.getString(2)));
                    default -> Optional.empty();
                };
            }
        }
    }

    private long queue(Connection database) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(
                """
                insert into deliveries (chat_id, purpose, part, parts, text, state, created_at)
                values (?, 'WORD', 1, 1, ?, 'WAITING', now()) returning id
                """)) {
            statement.setLong(1, installation.operatorChat());
            statement.setString(2, installation.settings().texts().get("doctor.test_message"));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
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
