package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Test;

/** A new password: by whoever knows the old one, or by the owner's link; every other sign-in ends. */
@UsesDesk(SharedDesk.USUAL)
class PasswordChangeIT {
    private static final String PASSWORD = "/account/password/";
    private static final String FRESH = "another good password";

    private final Desk desk = SharedDesk.USUAL.desk();

    @Test
    void changingThePasswordEndsAllOtherSessions() {
        var ann = desk.signedIn("Ann");
        var other = desk.visitor();
        other.signIn(ann.email()).expect(303);
        var link = ann.get("/account/").expect(200).html().select("main a[href=" + PASSWORD + "]");
        assertEquals(1, link.size());
        var done = ann.submit(PASSWORD, Map.of("old_password", Browser.PASSWORD, "password", FRESH));
        ann.follow(done.expect(303)).expect(200);
        ann.get("/support/").expect(200);
        other.get("/account/").expect(303);
        other.get("/api/feedback/threads/").expect(401);
        desk.visitor().signIn(ann.email()).expect(422);
        desk.visitor()
                .submit("/account/sign-in/", Map.of("email", ann.email(), "password", FRESH))
                .expect(303);
    }

    @Test
    void anOpenPageOfAnotherSignInHearsNoMore() {
        var ann = desk.signedIn("Ann");
        var other = desk.visitor();
        other.signIn(ann.email()).expect(303);
        try (var here = ann.listen();
                var there = other.listen()) {
            ann.submit(PASSWORD, Map.of("old_password", Browser.PASSWORD, "password", FRESH))
                    .expect(303);
            Await.until("the end", () -> there.isOver() && here.isOver());
            other.get("/api/feedback/events/").expect(401);
        }
        try (var again = ann.listen()) {
            ann.submitFeedback("", "after the change");
            again.awaitMessage("after the change", "delivered");
        }
    }

    @Test
    void theOldOneIsAsked() {
        var ann = desk.signedIn("Ann");
        var page = ann.submit(PASSWORD, Map.of("old_password", "a wrong one", "password", FRESH))
                .expect(422);
        assertEquals(1, page.html().select("#old_password-error").size());
        var tooShort = ann.submit(PASSWORD, Map.of("old_password", Browser.PASSWORD, "password", "short"))
                .expect(422);
        assertEquals(1, tooShort.html().select("#password-error").size());
        desk.visitor().signIn(ann.email()).expect(303);
    }

    @Test
    void guessingTheOldOneSlowsDown() {
        var ann = desk.signedIn("Ann");
        for (int i = 0; i < 5; i++) {
            ann.submit(PASSWORD, Map.of("old_password", "guess " + i, "password", FRESH))
                    .expect(422);
        }
        ann.submit(PASSWORD, Map.of("old_password", Browser.PASSWORD, "password", FRESH))
                .expect(429);
        desk.database().sql("delete from sign_in_failures");
    }

    @Test
    void theOwnersCommandMakesALink() {
        var ann = desk.signedIn("Ann");
        var commands = new CommandLine(desk.environment());
        var made = commands.run(
                "set-password", ann.email().toUpperCase(), "--url", desk.url().toString());
        assertEquals(0, made.exit(), made.words());
        var visitor = desk.visitor();
        visitor.submit(made.words().strip(), Map.of("password", FRESH)).expect(303);
        visitor.get("/support/").expect(200);
        ann.get("/account/").expect(303);
        visitor.get(made.words().strip()).expect(410);
        var unknown = commands.run(
                "set-password", "nobody@example.org", "--url", desk.url().toString());
        assertEquals(1, unknown.exit());
        assertTrue(unknown.words().contains("No account has the address"), unknown.words());
    }

    @Test
    void withoutAMailServerNoLetterIsPromised() {
        desk.visitor().get("/account/reset/").expect(404);
        var signIn = desk.visitor().get("/account/sign-in/").expect(200);
        assertEquals(0, signIn.html().select("a[href=/account/reset/]").size());
    }
}
