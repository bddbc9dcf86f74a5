package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A mail server may take its time, or break off: nobody gets two e-mails of one, and every link that arrives works. */
class SlowMailServerIT {
    private static final String RESET = "/account/reset/";
    private static ScriptedMailServer mail;
    private static Desk desk;

    @BeforeAll
    static void start() {
        mail = new ScriptedMailServer();
        desk = Desk.own(setup -> {
            setup.withoutWebhook().setting("SUPPORT_PUBLIC_URL", "http://support.test");
            setup.setting("SUPPORT_LIMIT_MAIL_RECIPIENT_HOUR", "3");
            setup.setting("SUPPORT_LIMIT_MAIL_HOUR", "20");
            mail.settings().forEach(setup::setting);
        });
    }

    @AfterAll
    static void stop() {
        desk.close();
        mail.close();
    }

    @Test
    void aServerThatTakesLongerThanThePauseBetweenAttemptsGetsOneEmail() {
        var email = desk.account("Ann");
        // Longer than the pause after a first attempt and than the run of the timer that looks for what is due.
        mail.answerDataAfterSeconds(23);
        desk.visitor().submit(RESET, Map.of("email", email)).expect(200);
        Await.until("the email", () -> mail.linksTo(email).size() == 1);
        Await.until("nothing due", () -> due(email) == 0);
        assertEquals(1, mail.linksTo(email).size());
        desk.visitor().get(mail.linksTo(email).get(0)).expect(200);
    }

    @Test
    void aConnectionThatEndsInsteadOfTheReplyMakesNoSecondEmail() {
        var email = desk.account("Ann");
        mail.hangUpAfterData();
        desk.visitor().submit(RESET, Map.of("email", email)).expect(200);
        Await.until("a line", () -> desk.server().log().contains("may have been sent"));
        Await.until("nothing due", () -> due(email) == 0);
        assertEquals(1, mail.linksTo(email).size());
    }

    @Test
    void aServerThatRefusesForNowIsTriedAgainAndAllLinksWork() {
        var email = desk.account("Ann");
        mail.refuseOnceAfterData();
        desk.visitor().submit(RESET, Map.of("email", email)).expect(200);
        Await.until("a second attempt", () -> mail.linksTo(email).size() == 2);
        Await.until("nothing due", () -> due(email) == 0);
        var links = mail.linksTo(email);
        desk.visitor().get(links.get(0)).expect(200);
        desk.visitor()
                .submit(links.get(0), Map.of("password", "another good password"))
                .expect(303);
        desk.visitor().get(links.get(1)).expect(410);
        assertTrue(links.get(0).startsWith(RESET));
    }

    @Test
    void soManyEmailsAndNoMoreWhetherOrNotAnAccountHasTheAddress() {
        var known = desk.account("Ann");
        var unknown = "unknown-" + known;
        for (int i = 0; i < 3; i++) {
            askFor(known, "203.0.113.1").expect(200);
            askFor(unknown.toUpperCase(), "203.0.113.1").expect(200);
        }
        assertEquals(
                askFor(known, "203.0.113.1").expect(429).html().select("main").text(),
                askFor(unknown, "203.0.113.1").expect(429).html().select("main").text());
        askFor(known, "203.0.113.2").expect(429);
        for (int i = 6; i < 20; i++) {
            askFor(i + known, "203.0.113.3").expect(200);
        }
        for (int i = 0; i < 6; i++) {
            askFor(i + unknown, "203.0.113.3").expect(200);
        }
        askFor("another-" + unknown, "203.0.113.3").expect(429);
    }

    private static Page askFor(String email, String caller) {
        var visitor = desk.visitor();
        var form = visitor.get(RESET).form(Map.of("email", email));
        return visitor.send(visitor.request(RESET)
                .header("X-Forwarded-For", caller)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Forms.encode(form.fields()))));
    }

    private static int due(String email) {
        return desk.database()
                .sql(
                        "select 1 from account_letters l join users u on u.id = l.user_id where email = ? and due_at is not null",
                        email)
                .size();
    }
}
