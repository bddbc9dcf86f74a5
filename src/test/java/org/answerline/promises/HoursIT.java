package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outside of the team's hours users learn when somebody is back; what they write is taken and delivered as ever. */
class HoursIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Desk desk;
    private static LocalDate opening;

    @BeforeAll
    static void start() {
        var today = LocalDate.now(ZONE);
        opening = today.plusDays(3);
        desk = Desk.own(setup -> setup.nodes(2)
                .setting("SUPPORT_HOURS", "Mo-Su 09:30-18:00")
                .setting("SUPPORT_TIME_ZONE", ZONE.getId())
                .setting("SUPPORT_HOLIDAYS", today.minusDays(1) + ".." + today.plusDays(2)));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void aUserIsToldOnceWhicheverNodeHears() {
        var anna = Customer.linked(desk, "Anna");
        var first = Customer.words("First");
        long written = anna.telegram().write(first);
        var told = anna.receives(opening("en"));
        assertEquals(written, told.replyTo().getAsLong());
        assertTrue(told.text().contains("09:30 (Asia/Tokyo)"), told.text());

        desk.leadWebhookTo(1);
        var second = Customer.words("Second");
        anna.telegram().write(second);
        var third = Customer.words("Third");
        anna.asks(third);
        var operator = new Operator(desk);
        var notice = operator.sees(third);
        operator.sees(second);
        assertEquals("open", anna.browser().thread().getString("state"));
        operator.reply(notice, "Answered on a holiday");
        anna.receives("Answered on a holiday");
        assertEquals(1, anna.received("(Asia/Tokyo)"));
        assertEquals("waiting", anna.browser().thread().getString("state"));
        desk.leadWebhookTo(0);
    }

    @Test
    void pagesSayWhenSomebodyIsBackBeforeAndAfterSending() {
        var visitor = desk.visitor();
        assertNotice(visitor.get("/support/").expect(200), "en");
        assertNotice(
                visitor.send(visitor.request("/support/").header("Accept-Language", "ru"))
                        .expect(200),
                "ru");
        var boris = Customer.of(desk, "Boris");
        assertNotice(boris.browser().get("/support/").expect(200), "en");
        long question = boris.asks(Customer.words("Question"));
        assertNotice(boris.browser().get("/support/").expect(200), "en");
        assertNotice(boris.browser().get("/support/sent/?message=" + question).expect(200), "en");
    }

    @Test
    void theWidgetGetsTheClosedTimes() {
        var closed = desk.visitor()
                .get("/api/feedback/widget/?language=ru")
                .expect(200)
                .json()
                .getJsonArray("closed")
                .getJsonObject(0);
        var now = Instant.now();
        assertTrue(Instant.parse(closed.getString("from")).isBefore(now), closed::toString);
        assertEquals(opening.atTime(9, 30).atZone(ZONE).toInstant(), Instant.parse(closed.getString("until")));
        assertTrue(closed.getString("text").contains(opening("ru")), closed::toString);
    }

    static Stream<PageVariant> looks() {
        return PageVariant.scripted();
    }

    @ParameterizedTest
    @MethodSource("looks")
    @EnabledIf("org.answerline.promises.Chromium#isHere")
    void formAndWidgetLookRight(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.open("/support/").locator("#after-hours").waitFor();
            reader.look("hours-visitor");
            var page = WidgetLocators.openShop(reader);
            WidgetLocators.open(page);
            WidgetLocators.banner(page).waitFor();
            reader.lookAtWidget("hours-widget-signed-out");
            assertTrue(WidgetLocators.banner(page).textContent().contains(opening(look.language())));

            reader.signIn(desk.account("Анна Смирнова"));
            reader.look("hours-first-question");
            reader.page().fill("[name=message]", "Where is my parcel?");
            reader.send();
            reader.page().waitForURL("**/support/sent/**");
            reader.look("hours-sent");
            reader.open("/support/").locator("#after-hours").waitFor();
            reader.look("hours-conversation");
            page = WidgetLocators.openShop(reader);
            WidgetLocators.open(page);
            page.locator("answerline-support .messages .message").waitFor();
            reader.lookAtWidget("hours-widget-conversation");
        }
    }

    @Test
    @EnabledIf("org.answerline.promises.Chromium#isHere")
    void anOpenPageShowsThatTheConversationIsClosedAndOpenAgain() {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            reader.signIn(desk.account("Carla"));
            var text = Customer.words("Is it closed?");
            reader.page().fill("[name=message]", text);
            reader.send();
            reader.page().waitForURL("**/support/sent/**");
            var page = reader.open("/support/");
            var operator = new Operator(desk);
            var notice = operator.sees(text);
            operator.reply(notice, "/close");
            page.locator("#closed").waitFor();
            page = reader.open("/support/");
            page.locator("#closed").waitFor();
            reader.look("hours-closed");
            operator.reply(notice, "Something more");
            page.locator("#closed").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }

    private static void assertNotice(Page page, String language) {
        var notice = page.html().selectFirst("#after-hours");
        assertTrue(notice != null && notice.text().contains(opening(language)), () -> page.body());
    }

    /** The day of the opening as people read it. */
    private static String opening(String language) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.forLanguageTag(language))
                .format(opening);
    }
}
