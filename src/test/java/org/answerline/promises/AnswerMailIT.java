package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A user who is neither in Telegram nor on the page learns by e-mail that an answer came. */
@UsesDesk(SharedDesk.MAIL)
class AnswerMailIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static Desk desk;
    private static MailServer mail;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = SharedDesk.MAIL.desk();
        mail = desk.mail();
        // The desk notes at its first look since when it sends such e-mails; age() sets this time back.
        Await.until("the first look for answers", () -> !desk.database()
                .sql("select 1 from remembered_facts where name = 'answer_mails.since'")
                .isEmpty());
    }

    @Test
    @Tag("main-loop")
    void theMailLeadsToTheAnswerAndTheOperatorSeesThatItWasSent() throws Exception {
        var anna = confirmed("Anna");
        long first = answer(anna, "The first answer");
        long second = answer(anna, "The second answer");
        age(anna);
        var sent = mail.awaitLetter(anna.browser().email(), 1);
        assertEquals("Our support team has answered you", sent.getSubject());
        assertFalse(MailServer.text(sent).contains("first answer"), "only a link unless the owner wants the text");
        Await.until("marked as sent by e-mail", () -> operator.reactionOn(first).equals("🕊"));
        Await.until(
                "marked as sent by e-mail", () -> operator.reactionOn(second).equals("🕊"));

        var link = URI.create(MailServer.text(sent).replaceFirst("(?s).*?https?://support\\.test(\\S+).*", "$1"));
        assertTrue(link.toString().startsWith("/account/sign-in/"), link.toString());
        var here = anna.browser().follow(anna.browser().get(link.toString()).expect(303));
        assertTrue(here.html().text().contains("The second answer"), here.html().text());
        var elsewhere = desk.visitor();
        var form = elsewhere.get(link.toString()).expect(200);
        var signedIn = elsewhere
                .submit(form, Map.of("email", anna.browser().email(), "password", Browser.PASSWORD))
                .expect(303);
        assertTrue(elsewhere.follow(signedIn).html().text().contains("The second answer"));

        answer(anna, "The third answer");
        age(anna);
        var next = mail.awaitLetter(anna.browser().email(), 2);
        assertEquals(header(sent, "References"), header(next, "References"));
        assertEquals(header(sent, "References"), header(next, "In-Reply-To"));
        assertNotEquals(sent.getMessageID(), next.getMessageID());
        assertEquals("auto-generated", header(next, "Auto-Submitted"));
    }

    @Test
    void whatTheSiteHasShownLeadsToNoMail() {
        var byPage = confirmed("Boris");
        var byClient = confirmed("Clara");
        var byNothing = confirmed("David");
        answer(byPage, "Seen on the page");
        answer(byClient, "Seen in a program");
        answer(byNothing, "Not seen");
        byPage.browser().get("/support/").expect(200);
        var thread = byClient.thread();
        long last = thread.get(thread.size() - 1).getJsonNumber("id").longValue();
        byClient.browser()
                .post("/api/feedback/seen/", "application/json", "{\"through\":" + last + "}")
                .expect(204);
        byNothing.thread();
        awaitSeen(byPage);
        awaitSeen(byClient);
        age(byPage);
        age(byClient);
        age(byNothing);
        mail.awaitLetter(byNothing.browser().email(), 1);
        assertEquals(0, mail.mailsTo(byPage.browser().email()).size());
        assertEquals(0, mail.mailsTo(byClient.browser().email()).size());
    }

    @Test
    @Tag("main-loop")
    void oneClickUnsubscribesWithoutSigningInAndTheAccountPageTurnsItOnAgain() throws Exception {
        var emma = confirmed("Emma");
        answer(emma, "First");
        age(emma);
        var sent = mail.awaitLetter(emma.browser().email(), 1);
        assertEquals("List-Unsubscribe=One-Click", header(sent, "List-Unsubscribe-Post"));
        var link = URI.create(header(sent, "List-Unsubscribe").replaceAll("[<>]", ""))
                .getPath();
        desk.visitor().get(link).expect(200);
        assertFalse(account(emma).contains("You get no emails"), "a GET changes nothing");
        var stranger = desk.visitor();
        var click = stranger.request(link).header("Content-Type", FORM);
        var page = stranger.send(click.POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")))
                .expect(200);
        assertTrue(
                page.html().text().contains("You have been unsubscribed"),
                page.html().text());
        assertTrue(account(emma).contains("You get no emails about answers"));
        desk.visitor().get(link.replaceFirst("unsubscribe/.", "unsubscribe/~")).expect(404);
        desk.visitor()
                .get(link.replaceFirst("unsubscribe/....", "unsubscribe/AAAA"))
                .expect(410);

        answer(emma, "Second");
        age(emma);
        var frank = confirmed("Frank");
        answer(frank, "For somebody else");
        age(frank);
        mail.awaitLetter(frank.browser().email(), 1);
        assertEquals(1, mail.mailsTo(emma.browser().email()).size());

        emma.browser().submit(emma.browser().get("/account/"), Map.of()).expect(303);
        mail.awaitLetter(emma.browser().email(), 2);
    }

    @Test
    void anAddressThatIsNotConfirmedGetsNone() {
        var gail = Customer.of(desk, "Gail");
        answer(gail, "Not for this address yet");
        age(gail);
        var henry = confirmed("Henry");
        answer(henry, "Here");
        age(henry);
        mail.awaitLetter(henry.browser().email(), 1);
        assertEquals(0, mail.mailsTo(gail.browser().email()).size());
    }

    @Test
    void anEmailThatCameBackIsToldToTheOperatorsOnceAndIsTheLast() throws Exception {
        var name = "Ida " + UUID.randomUUID();
        var ida = confirmed(name);
        var address = ida.browser().email();
        answer(ida, "First");
        assertEquals("0", returned(address, request -> {}).expect(200).body().strip(), "nothing was sent to it");
        age(ida);
        mail.awaitLetter(address, 1);
        Await.until("the e-mail is recorded", () -> returned(address.toUpperCase(Locale.ROOT), request -> {})
                .body()
                .strip()
                .equals("1"));
        assertEquals("1", returned(address, request -> {}).expect(200).body().strip());
        operator.sees(name + ": an email about an answer came back");
        answer(ida, "Second");
        age(ida);
        var jack = confirmed("Jack");
        answer(jack, "For somebody else");
        age(jack);
        mail.awaitLetter(jack.browser().email(), 1);
        assertEquals(1, mail.mailsTo(address).size());
        assertEquals(
                1, operator.seen(name + ": an email about an answer came back").size());

        returned(address, request -> request.setHeader("Authorization", "Basic bm86bm8="))
                .expect(401);
        returned(address, request -> request.header("Origin", "https://evil.example"))
                .expect(403);
        returned(" ", request -> {}).expect(400);
        returned(address, request -> request.uri(desk.url().resolve("/owner/returned-mail?address=somebody")))
                .expect(400);
        desk.visitor().get("/owner/returned-mail").expect(401);
        assertFalse(desk.server().log().contains(address));
    }

    private static Page returned(String address, Consumer<HttpRequest.Builder> change) {
        var program = desk.visitor();
        var request = program.request("/owner/returned-mail")
                .header("Authorization", OwnerHealth.authorization())
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(Forms.encode(Map.of("address", address))));
        change.accept(request);
        return program.send(request);
    }

    private static String account(Customer customer) {
        return customer.browser().get("/account/").expect(200).html().text();
    }

    private static Customer confirmed(String name) {
        var customer = Customer.of(desk, name);
        desk.database()
                .sql(
                        "update users set email_confirmed_at = now() where email = ?",
                        customer.browser().email());
        return customer;
    }

    private long answer(Customer customer, String text) {
        var question = Customer.words("Where?");
        customer.asks(question);
        SandboxMessage notice = operator.sees(question);
        long reply = operator.reply(notice, text);
        Await.until("the answer is stored", () -> customer.threadTexts().contains(text));
        return reply;
    }

    /** Ten minutes pass for these answers. */
    private static void age(Customer customer) {
        desk.database()
                .sql("update remembered_facts set value = '2026-01-01T00:00:00Z' where name = 'answer_mails.since'");
        desk.database()
                .sql(
                        "update support_messages set created_at = created_at - interval '10 minutes'"
                                + " where is_from_admin and user_id = (select id from users where email = ?)",
                        customer.browser().email());
    }

    private static void awaitSeen(Customer customer) {
        Await.until("what was shown is stored", () -> !desk.database()
                .sql(
                        "select 1 from answer_mails a join users u on u.id = a.user_id where u.email = ? and seen_through > 0",
                        customer.browser().email())
                .isEmpty());
    }

    private static String header(MimeMessage message, String name) throws Exception {
        return message.getHeader(name, null);
    }
}
