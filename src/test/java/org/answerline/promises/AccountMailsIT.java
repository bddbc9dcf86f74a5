package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a mail server set, addresses are confirmed and forgotten passwords replaced, by links that work once. */
@UsesDesk(SharedDesk.MAIL)
class AccountMailsIT {
    private static final String ACCOUNT = "/account/";
    private static final String RESET = "/account/reset/";
    private static MailServer mail;
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.MAIL.desk();
        mail = desk.mail();
    }

    @Test
    void anAddressIsConfirmedByTheLetterAndAButton() throws Exception {
        var ann = signUp();
        ann.get("/support/").expect(200);
        assertTrue(isMarked(ann));
        var mailMessage = mail.awaitLetter(ann.email(), 1);
        assertEquals("Confirm your email address", mailMessage.getSubject());
        assertEquals("Support <support@example.org>", mailMessage.getFrom()[0].toString());
        var link = MailServer.link(mailMessage);
        var visitor = desk.visitor();
        visitor.get(link).expect(200);
        assertTrue(isMarked(ann), "a filter that opens links confirms nothing");
        ann.submit(link, Map.of()).expect(200);
        assertFalse(isMarked(ann));
        visitor.get(link).expect(410);
    }

    @Test
    void aForgottenPasswordIsReplacedAndAllSignInsEnd() {
        var ann = signUp();
        var other = desk.visitor();
        other.signIn(ann.email()).expect(303);
        var visitor = desk.visitor();
        askFor(visitor, ann.email());
        var link = MailServer.link(mail.awaitLetter(ann.email(), 2));
        var short1 = visitor.submit(link, Map.of("password", "short")).expect(422);
        assertEquals(1, short1.html().select("#password-error").size());
        visitor.submit(link, Map.of("password", "another good password")).expect(303);
        visitor.get("/support/").expect(200);
        assertFalse(isMarked(visitor), "the e-mail has also confirmed the address");
        ann.get(ACCOUNT).expect(303);
        other.get("/api/feedback/threads/").expect(401);
        desk.visitor().signIn(ann.email()).expect(422);
        desk.visitor()
                .submit("/account/sign-in/", Map.of("email", ann.email(), "password", "another good password"))
                .expect(303);
        visitor.get(link).expect(410);
    }

    @Test
    void nobodyLearnsWhichAddressesAreKnown() {
        var ann = signUp();
        var unknown = UUID.randomUUID() + "@example.org";
        var known = askFor(desk.visitor(), ann.email()).html().select("main").text();
        var other = askFor(desk.visitor(), unknown).html().select("main").text();
        assertEquals(known.replace(ann.email(), unknown), other);
        mail.awaitLetter(ann.email(), 2);
        assertEquals(List.of(), mail.mailsTo(unknown));
    }

    @Test
    void nobodyIsFlooded() {
        var ann = signUp();
        askFor(desk.visitor(), ann.email());
        mail.awaitLetter(ann.email(), 2);
        askFor(desk.visitor(), ann.email());
        Await.until("nothing due", () -> desk.database()
                .sql(
                        "select 1 from account_letters l join users u on u.id = l.user_id where email = ? and due_at is not null",
                        ann.email())
                .isEmpty());
        assertEquals(2, mail.mailsTo(ann.email()).size());
    }

    @Test
    void aLinkRunsOutAndIsNotInTheDatabase() {
        var ann = signUp();
        var link = MailServer.link(mail.awaitLetter(ann.email(), 1));
        var rows = desk.database()
                .sql("select * from account_letters l left join account_mail_tokens t on t.user_id = l.user_id")
                .toString();
        assertFalse(rows.contains(link.split("/")[3]), rows);
        desk.visitor().get(link).expect(200);
        desk.database()
                .sql(
                        "update account_mail_tokens set valid_until = now() where user_id = (select id from users where email = ?) returning 1",
                        ann.email());
        desk.visitor().get(link).expect(410);
        desk.visitor().get(RESET + link.split("/")[3] + "/").expect(410);
    }

    @Test
    void theLetterIsInTheReadersLanguage() throws Exception {
        var anna = desk.visitor();
        var email = UUID.randomUUID() + "@example.org";
        var form = anna.send(anna.request("/account/sign-up/")
                .header("Accept-Language", "ru")
                .GET());
        var fields = form.form(Map.of("email", email, "full_name", "Анна", "password", Browser.PASSWORD))
                .fields();
        anna.send(anna.request("/account/sign-up/")
                        .header("Accept-Language", "ru")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(Forms.encode(fields))))
                .expect(303);
        var mailMessage = mail.awaitLetter(email, 1);
        assertEquals("Подтвердите адрес электронной почты", mailMessage.getSubject());
        assertTrue(MailServer.text(mailMessage).startsWith("Здравствуйте!"), MailServer.text(mailMessage));
    }

    @Test
    void anUnavailableMailServerDelaysNoRequest() {
        mail.stop();
        var ann = signUp();
        ann.get("/support/").expect(200);
        Await.until("a try to send", () -> !desk.database()
                .sql(
                        "select 1 from account_letters l join users u on u.id = l.user_id where email = ? and attempts > 0",
                        ann.email())
                .isEmpty());
        mail.start();
        mail.awaitLetter(ann.email(), 1);
    }

    @Test
    void aServerThatIsNotTrustedIsALineOfTheLogAndGetsNoLetter() {
        mail.show(new MailCertificate());
        try {
            var ann = signUp();
            Await.until("a line", () -> desk.server().log().contains("its certificate is not trusted"));
            assertEquals(List.of(), mail.mailsTo(ann.email()));
            assertFalse(desk.server().log().contains("CertPathBuilderException"));
        } finally {
            mail.show(MailCertificate.trusted());
        }
    }

    @Test
    void nothingIsSaidInTheClear() {
        mail.awaitLetter(signUp().email(), 1);
        assertTrue(
                mail.saidInTheClear().stream().allMatch(line -> line.matches("EHLO .*|STARTTLS")),
                mail.saidInTheClear().toString());
    }

    private static Browser signUp() {
        var browser = desk.visitor();
        browser.signUp(UUID.randomUUID() + "@example.org", "Ann");
        return browser;
    }

    private static Page askFor(Browser visitor, String email) {
        return visitor.submit(RESET, Map.of("email", email)).expect(200);
    }

    private static boolean isMarked(Browser browser) {
        return browser.get(ACCOUNT).expect(200).html().getElementById("unconfirmed") != null;
    }
}
