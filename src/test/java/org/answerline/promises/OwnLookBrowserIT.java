package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The owner's look and the pages about e-mails in a browser. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(together = SharedDesk.MAIL)
class OwnLookBrowserIT {
    private static Desk desk;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        desk = SharedDesk.MAIL.desk();
    }

    static Stream<PageVariant> looks() {
        return PageVariant.scripted();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theWayOfAnEmail(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var email = desk.account("Анна Смирнова");
            desk.database().sql("update users set email_confirmed_at = now() where email = ?", email);
            reader.open("/account/sign-in/");
            reader.look("own-look-sign-in");
            reader.signIn(email);
            reader.ask("", "Где моя посылка?");
            reader.page().waitForURL("**/support/sent/**");
            reader.open("/support/");
            assertTrue(reader.page().isVisible("footer .legal a"), "the imprint can be reached on every page");
            reader.look("own-look-thread");

            reader.open("/account/");
            reader.look("own-look-account");
            reader.page().click("form[action$='/off/'] button");
            reader.page().locator("form[action$='/on/']").waitFor();
            reader.look("own-look-account-off");
            reader.page().click("form[action$='/on/'] button");
            reader.page().locator("form[action$='/off/']").waitFor();

            var link = unsubscribeLink(email);
            reader.open(link);
            reader.look("unsubscribe");
            reader.page().click("main button");
            reader.page().locator("main a[href='/account/']").waitFor();
            reader.look("unsubscribed");
            reader.open("/nothing/");
            reader.look("own-look-not-found");
        }
    }

    /** An answer that arrives on a visible page is reported as seen by the page's script. */
    @ParameterizedTest
    @MethodSource("looks")
    void anAnswerOnAVisiblePageIsSeen(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var email = desk.account("Борис Котов");
            reader.signIn(email);
            reader.ask("", "First");
            reader.page().waitForURL("**/support/sent/**");
            reader.open("/support/");
            var id = answer(email, "It arrives while the page is open");
            reader.page().locator("#message-" + id).waitFor();
            Await.until("reported as seen", () -> seenThrough(email) == id);
        }
    }

    private static long seenThrough(String email) {
        return desk
                .database()
                .sql(
                        "select seen_through from answer_mails a join users u on u.id = a.user_id where u.email = ?",
                        email)
                .stream()
                .mapToLong(row -> ((Number) row.get("seen_through")).longValue())
                .max()
                .orElse(0);
    }

    private static String unsubscribeLink(String email) {
        desk.database().sql("delete from answer_mails where user_id = (select id from users where email = ?)", email);
        desk.database()
                .sql("update remembered_facts set value = '2026-01-01T00:00:00Z' where name = 'answer_mails.since'");
        answer(email, "An answer to be mailed");
        desk.database()
                .sql(
                        "update support_messages set created_at = created_at - interval '10 minutes'"
                                + " where is_from_admin and user_id = (select id from users where email = ?)",
                        email);
        var text = MailServer.text(desk.mail().awaitLetter(email, 1));
        assertEquals(1, text.split("/account/unsubscribe/", -1).length - 1);
        return text.replaceFirst("(?s).*(/account/unsubscribe/\\S+).*", "$1");
    }

    /** The operator answers the only question of this user; the id of the answer. */
    private static long answer(String email, String text) {
        var operator = new Operator(desk);
        var notice = operator.sees(email);
        operator.reply(notice, text);
        var query = "select max(m.id) as id from support_messages m join users u on u.id = m.user_id"
                + " where u.email = ? and m.text = ?";
        Await.until(
                "stored", () -> desk.database().sql(query, email, text).get(0).get("id") != null);
        return ((Number) desk.database().sql(query, email, text).get(0).get("id")).longValue();
    }
}
