package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the database has no room, nothing is lost and nobody is told otherwise; when it has room again, all goes on by itself. */
@UsesDesk(SharedDesk.USUAL)
class DatabaseFullIT {
    private static final String FULL = "could not extend file \"base/5/16384\": No space left on device";

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);
    private final Customer gina = Customer.linked(desk, "Gina");
    private final String marked = Customer.words("no-room-for-this");

    /** Refuses in PostgreSQL's own words and with its own code; only what this test writes, because others share the desk. */
    @BeforeEach
    void fill() {
        desk.database()
                .sql("create function no_room() returns trigger language plpgsql as $$ begin raise exception '" + FULL
                        + "' using errcode = '53100'; end $$");
        desk.database()
                .sql("create trigger no_room before insert on support_messages for each row"
                        + " when (new.text like 'no-room-for-this%') execute function no_room()");
        desk.database()
                .sql("create trigger no_room before insert on remembered_facts for each row"
                        + " when (new.name like 'doctor.%') execute function no_room()");
    }

    @AfterEach
    void empty() {
        desk.database().sql("drop function if exists no_room() cascade");
    }

    @Test
    void nothingIsLostAndAllIsSaid() {
        var before = desk.server().log().length();
        var page = gina.browser()
                .submit("/support/", Map.of("subject", "", "message", marked))
                .expect(503);
        assertComesAgain(page);
        assertEquals(
                marked,
                page.html().selectFirst("textarea[name=message]").wholeText().strip());
        assertTrue(page.html().text().contains("nothing was sent"), page.body());
        assertFalse(page.body().contains("base/5"), page.body());
        var problem =
                gina.browser().post("/api/feedback/submit/", "application/json", "{\"message\":\"" + marked + "\"}");
        assertComesAgain(problem.expect(503));
        gina.telegram().write(marked + " by Telegram");
        Await.until(
                "a refused update",
                () -> desk.telegram().webhook().lastErrorMessage().contains("503"));
        Await.until("it is not ready", () -> desk.visitor().get("/health/ready").status() == 503);
        assertFalse(desk.visitor().get("/health/ready").body().contains("database.full"));
        var reasons =
                new CommandLine(desk.environment()).run("doctor", "--json").words();
        assertTrue(reasons.contains("database.full"), reasons);

        empty();
        Await.until("it is ready", () -> desk.visitor().get("/health/ready").status() == 200);
        operator.sees(marked + " by Telegram");
        gina.browser().submit(page, Map.of("message", marked)).expect(303);
        operator.sees(marked);
        var log = desk.server().log().substring(before);
        assertTrue(log.contains("The database is unavailable or does not accept writes: ERROR: " + FULL), log);
        assertFalse(log.contains("\tat "), log);
    }

    private static void assertComesAgain(Page answer) {
        assertTrue(
                answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0,
                answer.headers().toString());
    }
}
