package org.answerline.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.answerline.account.AccountSecured;
import org.answerline.sandbox.Beans;
import org.answerline.sandbox.MovableClock;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.client.BotApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a site account and a private chat become one user, and stop being so. */
@UsesSharedDatabase
class TelegramLinkingTest {

    private static final long CHAT = 7;
    private static final long OTHER_CHAT = 8;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final MovableClock clock = new MovableClock();
    private final Beans beans = beans("42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private final TelegramLinking linking = beans.get(TelegramLinking.class);
    private final long anna;
    private final long boris;

    TelegramLinkingTest() {
        SharedDatabase.clean();
        anna = user("anna");
        boris = user("boris");
    }

    @AfterEach
    void close() {
        beans.close();
    }

    private Beans beans(String botToken) {
        return new Beans()
                .with(Clock.class, clock)
                .with(BotApi.class, null)
                .setting("TELEGRAM_SUPPORT_BOT_TOKEN", botToken)
                .setting("TELEGRAM_SUPPORT_BOT_USERNAME", "@desk_bot");
    }

    @Test
    void theSameInvitationIsShownWhileItsTokenLives() {
        var first = invitation(anna);
        assertEquals(
                "https://t.me/desk_bot?start=" + first.token(),
                first.link().orElseThrow().toString());
        assertEquals(clock.instant().plus(A_DAY), first.validUntil());
        clock.pass(A_DAY.minusSeconds(1));
        assertEquals(first, invitation(anna));
        clock.pass(Duration.ofSeconds(1));
        assertNotEquals(first.token(), invitation(anna).token());
    }

    @Test
    void aTokenLinksTheChatOnce() {
        var token = invitation(anna).token();
        assertEquals(
                new LinkOutcome.Linked(anna, "Name of anna", "anna@example.org", OptionalLong.empty()),
                accept(token, CHAT));
        assertEquals(Optional.of(new LinkedUser(anna, CHAT, "en", false)), linked(anna));
        assertEquals(List.of(new LinkChanged(anna)), beans.events(LinkChanged.class));
        assertEquals(new LinkOutcome.AlreadyLinked("Name of anna"), accept(token, CHAT));
        assertEquals(new LinkOutcome.AlreadyUsed(), accept(token, OTHER_CHAT));
        assertEquals(Optional.empty(), beans.returned(() -> linking.invite(anna)));
    }

    @Test
    void aTokenIsValidForADay() {
        var token = invitation(anna).token();
        clock.pass(A_DAY);
        assertEquals(new LinkOutcome.Expired(), accept(token, CHAT));
        assertEquals(Optional.empty(), linked(anna));
    }

    @Test
    void whatIsNoTokenLinksNothing() {
        invitation(anna);
        for (var parameter : List.of("no-token-of-ours", "", "with space", "x".repeat(65))) {
            assertEquals(new LinkOutcome.Unknown(), accept(parameter, CHAT));
        }
    }

    @Test
    void aTokenOfAnotherBotIsReplaced() {
        var before = invitation(anna).token();
        try (var otherBot = beans("43:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")) {
            var now = otherBot.returned(
                    () -> otherBot.get(TelegramLinking.class).invite(anna).orElseThrow());
            assertNotEquals(before, now.token());
        }
        assertEquals(new LinkOutcome.Unknown(), accept(before, CHAT));
    }

    @Test
    void aChatOfAnotherAccountMovesOnlyAfterItSaidSo() {
        link(anna, CHAT);
        assertEquals(
                new LinkOutcome.ChatOfAnother("anna@example.org", "boris@example.org"),
                accept(invitation(boris).token(), CHAT));
        assertEquals(OptionalLong.of(CHAT), chat(anna));
        assertInstanceOf(LinkOutcome.Linked.class, beans.returned(() -> linking.switchAccount(CHAT, "en")));
        assertEquals(OptionalLong.empty(), chat(anna));
        assertEquals(OptionalLong.of(CHAT), chat(boris));
        assertEquals(List.of(new ChatUnlinked(anna, CHAT)), beans.events(ChatUnlinked.class));
        assertEquals(new LinkOutcome.NothingToSwitch(), beans.returned(() -> linking.switchAccount(CHAT, "en")));
    }

    @Test
    void onlyTheNewestQuestionOfAChatIsAnsweredByASwitch() {
        long clara = user("clara");
        link(anna, CHAT);
        accept(invitation(boris).token(), CHAT);
        accept(invitation(clara).token(), CHAT);
        beans.inTransaction(() -> linking.switchAccount(CHAT, "en"));
        assertEquals(OptionalLong.of(CHAT), chat(clara));
        assertEquals(OptionalLong.empty(), chat(boris));
    }

    @Test
    void aSwitchIsPossibleWhileTheTokenLives() {
        link(anna, CHAT);
        accept(invitation(boris).token(), CHAT);
        clock.pass(A_DAY);
        assertEquals(new LinkOutcome.NothingToSwitch(), beans.returned(() -> linking.switchAccount(CHAT, "en")));
        assertEquals(OptionalLong.of(CHAT), chat(anna));
    }

    @Test
    void aLinkedUserMayMoveToAnotherTelegram() {
        link(anna, CHAT);
        var token = beans.returned(() -> linking.reinvite(anna)).token();
        assertEquals(OptionalLong.of(CHAT), chat(anna));
        assertEquals(
                new LinkOutcome.Linked(anna, "Name of anna", "anna@example.org", OptionalLong.of(CHAT)),
                accept(token, OTHER_CHAT));
        assertEquals(OptionalLong.of(OTHER_CHAT), chat(anna));
        assertEquals(List.of(new ChatUnlinked(anna, CHAT)), beans.events(ChatUnlinked.class));
    }

    @Test
    void bothSidesCanUnlink() {
        link(anna, CHAT);
        assertEquals(
                Optional.of(new TelegramLinking.Unlinked("Name of anna", "anna@example.org")),
                beans.returned(() -> linking.unlinkChat(CHAT)));
        assertEquals(Optional.empty(), beans.returned(() -> linking.unlinkChat(CHAT)));
        link(anna, CHAT);
        assertEquals(OptionalLong.of(CHAT), beans.returned(() -> linking.unlink(anna)));
        assertEquals(OptionalLong.empty(), beans.returned(() -> linking.unlink(anna)));
        assertEquals(
                List.of(new ChatUnlinked(anna, CHAT), new ChatUnlinked(anna, CHAT)), beans.events(ChatUnlinked.class));
    }

    @Test
    void aUserWhoBlocksTheBotIsRememberedUntilTheChatCanBeWrittenToAgain() {
        link(anna, CHAT);
        beans.inTransaction(() -> linking.setMayWrite(CHAT, false));
        assertTrue(linked(anna).orElseThrow().blocked());
        clock.pass(Duration.ofHours(1));
        beans.inTransaction(() -> linking.setMayWrite(CHAT, true));
        assertFalse(linked(anna).orElseThrow().blocked());
        assertEquals(
                clock.instant().getEpochSecond(),
                ((Number) SharedDatabase.sql(
                                        "select extract(epoch from writable_since)::bigint as at from user_telegram_links where user_id = ?",
                                        anna)
                                .get(0)
                                .get("at"))
                        .longValue());
        assertEquals(Optional.empty(), beans.returned(() -> linking.setMayWrite(OTHER_CHAT, true)));
    }

    @Test
    void nameAndLanguageOfTheTelegramAreKeptAsTheyAreNow() {
        link(anna, CHAT);
        beans.inTransaction(() -> {
            linking.rememberName(CHAT, "@anna");
            linking.setLanguage(anna, "ru");
        });
        beans.inTransaction(() -> linking.setLanguage(anna, null));
        assertEquals("ru", linked(anna).orElseThrow().language());
        assertEquals(
                new LinkedTelegram(Optional.of("@anna"), clock.instant()),
                beans.returned(() -> linking.telegramOf(anna)).orElseThrow());
    }

    @Test
    void whatWasLinkedBeforeTheAddressWasProvedIsUnlinkedAndShownForThirtyDays() {
        link(anna, CHAT);
        beans.inTransaction(() -> linking.rememberName(CHAT, "@stranger"));
        var token = beans.returned(() -> linking.reinvite(anna)).token();
        clock.pass(Duration.ofMinutes(1));
        beans.inTransaction(() -> beans.fire(new AccountSecured(anna, clock.instant())));
        assertEquals(OptionalLong.empty(), chat(anna));
        assertEquals(new LinkOutcome.Unknown(), accept(token, OTHER_CHAT));
        assertEquals(Optional.of("@stranger"), untied(anna).flatMap(LinkedTelegram::name));
        clock.pass(Duration.ofDays(30));
        assertEquals(Optional.empty(), untied(anna));
    }

    @Test
    void whatWasLinkedAfterwardsStays() {
        Instant before = clock.instant();
        link(anna, CHAT);
        beans.inTransaction(() -> beans.fire(new AccountSecured(anna, before)));
        assertEquals(OptionalLong.of(CHAT), chat(anna));
        assertEquals(Optional.empty(), untied(anna));
    }

    private Optional<LinkedTelegram> untied(long user) {
        return beans.returned(() -> linking.untied(user));
    }

    private static long user(String name) {
        return (Long) SharedDatabase.sql(
                        "insert into users (email, full_name, created_at) values (?, ?, now()) returning id",
                        name + "@example.org",
                        "Name of " + name)
                .get(0)
                .get("id");
    }

    private LinkInvitation invitation(long user) {
        return beans.returned(() -> linking.invite(user)).orElseThrow();
    }

    private LinkOutcome accept(String token, long chat) {
        return beans.returned(() -> linking.accept(token, chat, "en"));
    }

    private void link(long user, long chat) {
        assertInstanceOf(LinkOutcome.Linked.class, accept(invitation(user).token(), chat));
    }

    private OptionalLong chat(long user) {
        return beans.returned(() -> linking.chatOf(user));
    }

    private Optional<LinkedUser> linked(long user) {
        return beans.returned(() -> linking.linked(user));
    }
}
