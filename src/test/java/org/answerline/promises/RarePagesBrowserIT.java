package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.answerline.sandbox.WebhookRegistration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages that few ever see, looked at as all others are: e-mails with links, a closed sign-up, the owner's page, and every status of
 * an error, each reached as a reader would reach it.
 */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@TestMethodOrder(OrderAnnotation.class)
@Order(1)
class RarePagesBrowserIT {
    private static final String OWNERS_PASSWORD = "owner-password-1";
    private static final String TYPED = "Typed before the fault";

    private static MailServer mail;
    private static Desk desk;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        mail = new MailServer();
        desk = Desk.own(setup -> mail.serve(setup.withoutWebhook())
                .setting("SUPPORT_PUBLIC_URL", "https://support.test")
                .setting("SUPPORT_OWNER_PASSWORD", OWNERS_PASSWORD)
                .setting("SUPPORT_SIGN_UP", "closed")
                .setting("SUPPORT_LIMIT_SUBMIT_HOUR", "1"));
    }

    @AfterAll
    static void stop() {
        desk.close();
        mail.close();
    }

    /** Each size, colours and language, with scripts and without; not each with each, for there are many of these pages. */
    static Stream<PageVariant> looks() {
        return Stream.of(
                PageVariant.PHONE,
                PageVariant.USUAL.withoutScripts(),
                new PageVariant(true, false, "en", true),
                new PageVariant(false, true, "ru", true));
    }

    @ParameterizedTest
    @MethodSource("looks")
    @Order(1)
    void anAddressIsConfirmedAndAPasswordReplaced(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            var email = desk.account("Анна Смирнова");
            reader.signIn(email);
            reader.open("/account/");
            reader.look("account-unconfirmed");
            reader.send();
            reader.look("confirm-sent");
            var confirm = MailServer.link(mail.awaitLetter(email, 1));
            reader.open(confirm);
            reader.look("confirm");
            reader.send();
            reader.look("confirmed");
            reader.open(confirm);
            reader.look("confirm-over");

            reader.loseTheForm();
            reader.open("/account/sign-in/");
            reader.look("sign-in-with-mail");
            reader.open("/account/reset/");
            reader.look("reset");
            reader.page().fill("[name=email]", email);
            reader.send();
            reader.look("reset-sent");
            var reset = MailServer.link(mail.awaitLetter(email, 2));
            reader.open(reset);
            reader.look("reset-choose");
            reader.send();
            reader.look("reset-choose-errors");
            reader.page().fill("[name=password]", "another good password");
            reader.send();
            reader.look("password-changed");
            reader.open(reset);
            reader.look("reset-over");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    @Order(2)
    void everyRefusalIsAPage(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.open("/account/sign-up/");
            reader.look("sign-up-closed");
            reader.open(403, "/telegram/support-webhook/", "POST", "application/json", "{}");
            reader.look("error-403");
            reader.open("/nothing/");
            reader.look("error-404");
            reader.open(405, "/support/", "PUT", "text/plain", "x");
            reader.look("error-405");
            reader.open(400, "/support/", "POST", "multipart/form-data", "x");
            reader.look("error-400");
            reader.open(
                    413,
                    "/support/",
                    "POST",
                    "application/x-www-form-urlencoded",
                    "subject=Printer&message=Words+to+keep&filler=" + "a".repeat(200_000));
            reader.look("error-413");

            var email = desk.account("Анна Смирнова");
            reader.signIn(email);
            reader.ask("", "The only one this hour");
            reader.page().waitForURL("**/support/sent/**");
            reader.ask("", TYPED);
            assertEquals(TYPED, reader.page().inputValue("[name=message]"));
            reader.look("error-429");
            reader.loseTheForm();
            var beside = reader.besides();
            beside.signIn(email);
            reader.send();
            assertEquals(TYPED, reader.page().inputValue("[name=message]"));
            reader.look("lost-form-signed-in");
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    @Order(3)
    void theOwnersPageWhenAllIsWell(PageVariant look) {
        owner(look, "owner-green", 0);
    }

    @ParameterizedTest
    @MethodSource("looks")
    @Order(4)
    void theOwnersPageWithAFault(PageVariant look) {
        WebhookRegistration.register(
                desk.telegram().apiUrl(), desk.telegram().token(), URI.create("https://elsewhere.test"), "other");
        owner(look, "owner-red", 1);
    }

    @ParameterizedTest
    @MethodSource("looks")
    @Order(5)
    void aFaultOfOurs(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.signIn(desk.account("Анна Смирнова"));
            desk.database().sql("alter table support_messages rename to mislaid");
            try {
                reader.open("/support/");
            } finally {
                desk.database().sql("alter table mislaid rename to support_messages");
            }
            reader.look("error-500");
        }
    }

    /** Last, because the database does not come back. */
    @Test
    @Order(6)
    void anUnavailableDatabase() {
        List<PageChecker> readers = new ArrayList<>();
        looks().forEach(look -> {
            var reader = new PageChecker(chromium, desk.url(), look);
            readers.add(reader);
            reader.signIn(desk.account("Анна Смирнова"));
            reader.page().fill("[name=message]", TYPED);
        });
        desk.database().kill();
        for (PageChecker reader : readers) {
            reader.send();
            assertEquals(TYPED, reader.page().inputValue("[name=message]"));
            reader.look("lost-form-away");
            reader.open("/support/");
            reader.look("error-503");
            reader.close();
        }
    }

    private static void owner(PageVariant look, String name, int faults) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.isOwner(OWNERS_PASSWORD);
            reader.open("/owner/");
            assertEquals(
                    faults,
                    Math.min(1, reader.page().locator(".is-failed").count()),
                    reader.page().content());
            assertTrue(reader.page().locator(".is-ok").count() > 3);
            reader.look(name);
        }
    }
}
