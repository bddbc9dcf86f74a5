package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node whose clock is minutes off makes nobody wait: whatever the database compares is the database's time. */
class ClockSkewIT {

    @ParameterizedTest
    @ValueSource(ints = {-5, 5})
    void albumsFilesAndQuestionsComeAtOnce(int minutes) {
        try (var desk = Desk.own(setup -> setup.databaseClock(Duration.ofMinutes(minutes)))) {
            var operator = new Operator(desk);
            var anna = Customer.linked(desk, "Anna");
            var words = Customer.words("Both");
            var album = UUID.randomUUID().toString();
            anna.telegram().send(Media.albumPhoto(album, words));
            anna.telegram().send(Media.albumPhoto(album, ""));
            operator.sees(words);
            Await.until("both files", () -> ready(anna) == 2);
            var question = Customer.words("And then");
            anna.asks(question);
            operator.sees(question);
            Await.until(
                    "delivered",
                    () -> anna.thread().get(1).getString("delivery").equals("delivered"));
            var stored = desk.database()
                    .sql(
                            "select extract(epoch from created_at - pg_catalog.now()) as off from deliveries where purpose = 'NOTICE'");
            assertEquals(2, stored.size());
            stored.forEach(row -> assertTrue(
                    Math.abs(((Number) row.get("off")).doubleValue() - minutes * 60) < 120,
                    "the rows have the time that now() tells, not the machine's: " + row));
        }
    }

    private static long ready(Customer customer) {
        return customer.thread().get(0).getJsonArray("files").stream()
                .filter(file -> file.asJsonObject().getString("state").equals("ready"))
                .count();
    }
}
