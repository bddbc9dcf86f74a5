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
import org.answerline.platform.text.Texts;

/** Sends a test message the way every message goes, and knocks at the door as Telegram does. */
public final class RoundTrip {

    private static final int PATIENCE_SECONDS = 30;
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Installation installation;

    /** For this installation. */
    public RoundTrip(Installation installation) {
        this.installation = installation;
    }

    /** Both ways; takes up to half a minute. */
    public List<Finding> make() {
        List<Finding> findings = new ArrayList<>();
        try (Connection database = installation.database().getConnection()) {
            findings.add(out(database));
        } catch (SQLException away) {
            findings.add(Finding.failed("database.away", DatabaseCheck.firstLine(away)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        installation.webhookUrl().ifPresent(url -> findings.add(in(url)));
        return findings;
    }

    private Finding out(Connection database) throws SQLException, InterruptedException {
        long id = queue(database);
        for (int half = 0; half < 2 * PATIENCE_SECONDS; half++) {
            try (PreparedStatement statement =
                    database.prepareStatement("select state, failure from deliveries where id = ?")) {
                statement.setLong(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    if (rows.getString(1).equals("SENT")) {
                        return Finding.ok("trip.sent");
                    }
                    if (rows.getString(1).equals("GAVE_UP")) {
                        return Finding.failed("trip.refused", rows.getString(2));
                    }
                }
            }
            Thread.sleep(500);
        }
        return Finding.failed("trip.waiting", PATIENCE_SECONDS);
    }

    private long queue(Connection database) throws SQLException {
        String language = installation.setting("SUPPORT_LANGUAGE").orElse("en");
        try (PreparedStatement statement = database.prepareStatement(
                """
                insert into deliveries (chat_id, purpose, part, parts, text, state, created_at)
                values (?, 'WORD', 1, 1, ?, 'WAITING', now()) returning id
                """)) {
            statement.setLong(1, installation.adminChat());
            statement.setString(2, Texts.in(language).get("doctor.test_message"));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** A body that is no update does nothing, but only the desk answers it so, and only to who knows the secret. */
    private Finding in(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWER)
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
        } catch (IOException closed) {
            return Finding.warning("door.closed", url, closed.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Finding.warning("door.closed", url, "interrupted");
        }
    }
}
