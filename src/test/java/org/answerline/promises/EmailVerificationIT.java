package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Anybody can open an account with anybody's address; whoever shows that the address is theirs shares it with nobody. */
@UsesDesk(SharedDesk.MAIL)
class EmailVerificationIT {
    private static final String FRESH = "another good password";
    private static MailServer mail;
    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.MAIL.desk();
        mail = desk.mail();
    }

    @Test
    void aResetUnlinksTelegramOfTheAccountsCreator() {
        var stranger = signUp();
        var linked = Customer.of(desk, stranger).link();
        var victim = resetBy(stranger.email());
        assertNotNull(
                victim.get("/account/password/changed/").expect(200).html().getElementById("untied"));
        var page = victim.get("/account/").expect(200).html();
        var name = linked.telegram().person().firstName();
        assertTrue(page.getElementById("untied").text().contains(name), page.text());
        assertEquals("Not linked", page.getElementById("telegram-name").text());
        var operator = new Operator(desk);
        var question = Customer.words("Asked by the owner");
        victim.ask("", question).expect(303);
        operator.reply(operator.sees(question), "For the owner only");
        Await.until("the answer on the site", () -> victim.thread().toString().contains("For the owner only"));
        assertEquals(0, linked.received("For the owner only"));
        stranger.get("/account/").expect(303);
    }

    @Test
    void aTokenThatWasShownBeforeTheResetLinksNothing() {
        var stranger = signUp();
        var customer = Customer.of(desk, stranger);
        var token = customer.token();
        var victim = resetBy(stranger.email());
        customer.telegram().pressStart(token);
        customer.receives("link");
        assertEquals(
                "Not linked",
                victim.get("/account/")
                        .expect(200)
                        .html()
                        .getElementById("telegram-name")
                        .text());
        assertNull(victim.get("/account/").html().getElementById("untied"));
    }

    @Test
    void confirmingInAnotherBrowserTakesThePasswordOfTheAccount() {
        var ann = signUp();
        Customer.of(desk, ann).link();
        var link = MailServer.link(mail.awaitLetter(ann.email(), 1));
        var phone = desk.visitor();
        for (var password : List.of("", "a wrong one")) {
            var page = phone.submit(link, Map.of("password", password)).expect(422);
            assertEquals(1, page.html().select("#password-error").size());
            assertNotNull(ann.get("/account/").expect(200).html().getElementById("unconfirmed"));
        }
        phone.submit(link, Map.of("password", Browser.PASSWORD)).expect(200);
        var page = ann.get("/account/").expect(200).html();
        assertNull(page.getElementById("unconfirmed"));
        assertTrue(page.getElementById("telegram-name").text().contains("linked since"), page.text());
    }

    @Test
    void whoeverDoesNotKnowThePasswordOfTheirAccountChoosesAnother() {
        var stranger = signUp();
        Customer.of(desk, stranger).link();
        var victim = desk.visitor();
        var page = victim.get(MailServer.link(mail.awaitLetter(stranger.email(), 1)))
                .expect(200);
        var choose = page.html().select("main a[href^=/account/reset/]").attr("href");
        victim.submit(choose, Map.of("password", FRESH)).expect(303);
        assertNotNull(
                victim.get("/account/password/changed/").expect(200).html().getElementById("untied"));
        var account = victim.get("/account/").expect(200).html();
        assertNull(account.getElementById("unconfirmed"));
        assertEquals("Not linked", account.getElementById("telegram-name").text());
        stranger.get("/account/").expect(303);
        stranger.signIn(stranger.email()).expect(422);
        victim.get(choose).expect(410);
    }

    @Test
    void confirmingInTheOwnBrowserEndsNothing() {
        var ann = signUp();
        Customer.of(desk, ann).link();
        ann.submit(MailServer.link(mail.awaitLetter(ann.email(), 1)), Map.of()).expect(200);
        var page = ann.get("/account/").expect(200).html();
        assertNull(page.getElementById("untied"));
        assertTrue(page.getElementById("telegram-name").text().contains("linked since"), page.text());
        assertEquals(
                "Open the bot", page.select("main .choice a.button").first().text());
    }

    @Test
    void whatWasLinkedAfterTheConfirmationOutlivesANewPassword() {
        var ann = signUp();
        ann.submit(MailServer.link(mail.awaitLetter(ann.email(), 1)), Map.of()).expect(200);
        Customer.of(desk, ann).link();
        ann.submit("/account/password/", Map.of("old_password", Browser.PASSWORD, "password", FRESH))
                .expect(303);
        assertNull(ann.get("/account/").expect(200).html().getElementById("untied"));
    }

    @Test
    void aNewPasswordEndsWhatWasLinkedBeforeTheConfirmation() {
        var ann = signUp();
        Customer.of(desk, ann).link();
        ann.submit("/account/password/", Map.of("old_password", Browser.PASSWORD, "password", FRESH))
                .expect(303);
        assertNotNull(ann.get("/account/password/changed/").expect(200).html().getElementById("untied"));
    }

    @Test
    void theOperatorSeesThatAnAddressIsNotConfirmed() {
        var ann = signUp();
        var operator = new Operator(desk);
        var first = Customer.words("Not confirmed yet");
        ann.ask("", first).expect(303);
        assertTrue(operator.sees(first).text().contains(ann.email() + " (not confirmed)"));
        assertTrue(ann.get("/account/data/export/").body().contains("\"email_confirmed_at\" : null"));
        ann.submit(MailServer.link(mail.awaitLetter(ann.email(), 1)), Map.of()).expect(200);
        var second = Customer.words("Confirmed now");
        ann.ask("", second).expect(303);
        assertFalse(operator.sees(second).text().contains("(not confirmed)"));
    }

    @Test
    void aNewAddressIsTheAccountsWhenItsLinkWasFollowed() {
        var ann = signUp();
        var former = ann.email();
        var address = address();
        ann.submit("/account/email/", Map.of("email", address, "password", "a wrong one"))
                .expect(422);
        ann.submit("/account/email/", Map.of("email", address, "password", Browser.PASSWORD))
                .expect(200);
        var link = MailServer.link(mail.awaitLetter(address, 1));
        assertTrue(ann.get("/account/").body().contains(former));
        desk.visitor().get(link).expect(303);
        var other = signUp();
        other.get(link).expect(410);
        ann.submit(link, Map.of()).expect(200);
        assertTrue(ann.get("/account/").body().contains(address));
        assertNull(ann.get("/account/").html().getElementById("unconfirmed"));
        assertTrue(MailServer.text(mail.awaitLetter(former, 2)).contains("new email address"));
        desk.visitor().signIn(former).expect(422);
        desk.visitor().signIn(address).expect(303);
        ann.get(link).expect(410);
    }

    @Test
    void aResetEndsAChangeOfTheAddressThatIsUnderWay() {
        var stranger = signUp();
        var address = address();
        stranger.submit("/account/email/", Map.of("email", address, "password", Browser.PASSWORD))
                .expect(200);
        var link = MailServer.link(mail.awaitLetter(address, 1));
        var victim = resetBy(stranger.email());
        victim.get(link).expect(410);
    }

    @Test
    void aLinkToTheFormerAddressOpensNothing() {
        var ann = signUp();
        desk.visitor().submit("/account/reset/", Map.of("email", ann.email())).expect(200);
        var reset = MailServer.link(mail.awaitLetter(ann.email(), 2));
        var address = address();
        ann.submit("/account/email/", Map.of("email", address, "password", Browser.PASSWORD))
                .expect(200);
        ann.submit(MailServer.link(mail.awaitLetter(address, 1)), Map.of()).expect(200);
        desk.visitor().get(reset).expect(410);
    }

    @Test
    void anAddressOfAnotherAccountIsRefusedAndWhatWasTypedIsKept() {
        var ann = signUp();
        var bob = signUp();
        var page = ann.submit(
                        "/account/email/", Map.of("email", bob.email().toUpperCase(), "password", Browser.PASSWORD))
                .expect(422)
                .html();
        assertEquals(bob.email().toUpperCase(), page.getElementById("email").val());
        assertEquals(1, page.select("#email-error").size());
    }

    @Test
    void theNameCanBeChanged() {
        var ann = signUp();
        assertEquals(
                1,
                ann.submit("/account/name/", Map.of("full_name", "\u200B"))
                        .expect(422)
                        .html()
                        .select("#full_name-error")
                        .size());
        ann.submit("/account/name/", Map.of("full_name", "Ann Kim")).expect(303);
        assertTrue(ann.get("/account/").body().contains("Ann Kim"));
        var question = Customer.words("Under the new name");
        ann.ask("", question).expect(303);
        assertTrue(new Operator(desk).sees(question).text().contains("Ann Kim"));
    }

    private static Browser resetBy(String email) {
        var victim = desk.visitor();
        var before = mail.awaitLetter(email, 1);
        assertNotNull(before);
        victim.submit("/account/reset/", Map.of("email", email)).expect(200);
        victim.submit(MailServer.link(mail.awaitLetter(email, 2)), Map.of("password", FRESH))
                .expect(303);
        return victim;
    }

    private static Browser signUp() {
        var browser = desk.visitor();
        browser.signUp(address(), "Ann");
        return browser;
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }
}
