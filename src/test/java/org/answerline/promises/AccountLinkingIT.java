package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Participant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link ties one Telegram to one account, once, within a day, and nothing is taken over silently. */
@Tag("main-loop")
@UsesDesk(SharedDesk.USUAL)
class AccountLinkingIT {

    private static final int RACERS = 8;

    private final Desk desk = SharedDesk.USUAL.desk();

    @Test
    void whenTheLinkIsOpened() {
        var anna = Customer.of(desk, "Anna");
        var url = anna.browser().thread().getString("telegram_binding_url");
        assertTrue(
                url.startsWith(desk.telegram().linkUrl() + "/" + desk.telegram().botUsername() + "?start="), url);
        anna.telegram().pressStart(url.substring(url.indexOf('=') + 1));
        assertEquals(
                "✅ Done, Anna: this Telegram is linked to your account %s. Answers from support will come here, and you can write here at any time.\n\nNot your account, or not what you wanted? Send /unlink."
                        .formatted(anna.browser().email()),
                anna.receives("Done").text());
        assertTrue(anna.browser().thread().isNull("telegram_binding_url"));
        assertTrue(anna.browser()
                .post(
                        "/api/feedback/submit/",
                        Json.createObjectBuilder().add("message", "linked").build())
                .expect(201)
                .json()
                .isNull("telegram_binding_url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/start@%2$s %1$s",
                "/start@answerlineSANDBOXbot  %1$s",
                "  /start   %1$s  ",
                "/start\n%1$s",
                "/start\u00A0%1$s",
                "/Start\u2003%1$s\u200B"
            })
    void whenTheCommandIsTypedByHand(String command) {
        var boris = Customer.of(desk, "Boris");
        boris.telegram().write(command.formatted(boris.token(), desk.telegram().botUsername()));
        boris.receives("Done, Boris");
    }

    @Test
    void andNotTwice() {
        var clara = Customer.of(desk, "Clara");
        var token = clara.token();
        clara.link();
        clara.telegram().pressStart(token);
        clara.receives("already linked to your account, Clara");
        var other = Customer.newTelegram(desk, "en");
        other.pressStart(token);
        assertTrue(toldTo(other, "already been used").contains("Each link works once"));
        assertStillLinked(clara);
    }

    @Test
    void andNotWhenItIsOlderThanADay() {
        var david = Customer.of(desk, "David");
        var token = david.token();
        age(david, "24 hours 1 second");
        david.telegram().pressStart(token);
        assertTrue(david.receives("expired").text().contains("24 hours"));
        assertFalse(david.browser().thread().isNull("telegram_binding_url"));
        assertNotEquals(token, david.token());
        david.link();
    }

    @Test
    void whenItIsNearlyADayOldAndWasShownAgain() {
        var dora = Customer.of(desk, "Dora");
        var token = dora.token();
        age(dora, "23 hours 58 minutes");
        var sent = dora.browser().ask("", "Again please").expect(303);
        assertEquals(token, dora.tokenOn(sent.location().orElseThrow().getPath()));
        assertEquals(token, dora.token());
        assertTrue(dora.browser().thread().getString("telegram_binding_url").endsWith("=" + token));
        dora.telegram().pressStart(token);
        dora.receives("Done, Dora");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "x",
                "two words",
                "' or 1=1 --",
                "токен",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            })
    void andNotByAnythingThatIsNoTokenOfOurs(String nonsense) {
        var stranger = Customer.newTelegram(desk, "en");
        stranger.write("/start " + nonsense);
        toldTo(stranger, "not valid");
    }

    @Test
    void andABareStartOnlySaysWhatToDo() {
        var eve = Customer.of(desk, "Eve");
        eve.telegram().pressStart("");
        eve.receives("first link your account");
        eve.link();
        eve.telegram().pressStart("");
        eve.receives("Your account is linked");
        assertEquals(List.of(), eve.threadTexts());
    }

    @Test
    void inTheLanguageOfTheTelegramThatAsks() {
        toldToRussian("", "Это бот поддержки");
        toldToRussian("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ссылка недействительна");
    }

    @Test
    void andAnotherAccountTakesTheChatOverOnlyWhenItsUserSaysSo() {
        var first = Customer.linked(desk, "First Account");
        var second = Customer.of(desk, "Second Account").with(first.telegram());
        first.telegram().pressStart(second.token());
        var question = first.receives("/switch").text();
        assertTrue(question.contains(first.browser().email()), question);
        assertTrue(question.contains(second.browser().email()), question);
        assertStillLinked(first);
        assertFalse(second.browser().thread().isNull("telegram_binding_url"));

        first.telegram().write("/switch");
        first.receives("Done, Second Account");
        assertStillLinked(second);
        assertFalse(first.browser().thread().isNull("telegram_binding_url"));
        first.telegram().write("/switch");
        first.receives("nothing to switch");
    }

    @Test
    void andSwitchingMovesToTheAccountThatWasNamedLast() {
        var first = Customer.linked(desk, "First Account");
        var second = Customer.of(desk, "Second Account").with(first.telegram());
        var third = Customer.of(desk, "Third Account").with(first.telegram());
        var older = second.token();
        first.telegram().pressStart(third.token());
        first.receives("send /switch");
        first.telegram().pressStart(older);
        first.receives("To move this Telegram to " + second.browser().email());
        first.telegram().write("/switch");
        first.receives("Done, Second Account");
        first.telegram().write("/switch");
        first.receives("nothing to switch");
        assertStillLinked(second);
        assertFalse(third.browser().thread().isNull("telegram_binding_url"));
    }

    @Test
    void andUnlinkingInTelegramEndsIt() {
        var forwarded = Customer.linked(desk, "Forwarded");
        forwarded.receives("Send /unlink");
        forwarded.telegram().write("/unlink");
        forwarded.receives("no longer linked to " + forwarded.browser().email());
        forwarded.telegram().write("/unlink");
        forwarded.receives("not linked to any account");
        forwarded.telegram().write("Does anybody read this?");
        forwarded.receives("first link your account");
        assertEquals(List.of(), forwarded.threadTexts());
        assertFalse(forwarded.browser().thread().isNull("telegram_binding_url"));
        forwarded.link();
    }

    @Test
    void andSwitchingWithoutALinkDoesNothing() {
        var stranger = Customer.newTelegram(desk, "en");
        stranger.write("/switch");
        toldTo(stranger, "nothing to switch");
    }

    @Test
    void andAnotherTelegramOfTheSameUserReplacesTheFirst() {
        var frank = Customer.linked(desk, "Frank");
        var newPhone = frank.with(Customer.newTelegram(desk, "en"));
        var token = frank.tokenOn("/account/telegram/another/");
        assertStillLinked(frank);
        newPhone.telegram().pressStart(token);
        newPhone.receives("Done, Frank");
        frank.receives("now linked to another Telegram");
        assertStillLinked(newPhone);
        assertEquals(0, frank.received("Support reply:\n\nAnswer after linking " + newPhone.chatId()));
    }

    @Test
    void andUnlinkingOnTheSiteEndsIt() {
        var gina = Customer.linked(desk, "Gina");
        gina.browser().submit("/account/telegram/unlink/", Map.of()).expect(303);
        gina.telegram().write("Am I still linked?");
        gina.receives("first link your account");
        assertEquals(List.of(), gina.threadTexts());
        gina.link();
    }

    @Test
    void andOfManyChatsAtTheSameInstantExactlyOneWins() throws Exception {
        var hans = Customer.of(desk, "Hans");
        var token = hans.token();
        var chats = IntStream.range(0, RACERS)
                .mapToObj(i -> Customer.newTelegram(desk, "en"))
                .toList();
        List<Callable<Integer>> starts = chats.stream()
                .<Callable<Integer>>map(chat -> () -> desk.telegram().deliverRaw(start(chat, token)))
                .toList();
        assertEquals(Collections.nCopies(RACERS, 200), Updates.atOnce(starts));
        // People who never wrote in the sandbox get nothing there, so each of them asks again.
        chats.forEach(chat -> chat.pressStart(token));
        var told = chats.stream()
                .map(chat -> toldTo(chat, "already").contains("linked to your account, Hans"))
                .toList();
        assertEquals(1, told.stream().filter(winner -> winner).count(), told.toString());
    }

    @Test
    void andTheDatabaseHoldsNoUsableToken() {
        var ida = Customer.of(desk, "Ida");
        var token = ida.token();
        assertTrue(token.matches("[A-Za-z0-9_-]{22,64}"), "22 characters hold 128 bits: " + token.length());
        var row = desk.database()
                .sql(
                        "select l.* from user_telegram_links l join users u on u.id = l.user_id where u.email = ?",
                        ida.browser().email())
                .get(0);
        assertFalse(row.toString().contains(token));
        var stranger = Customer.newTelegram(desk, "en");
        row.values().stream().filter(value -> value instanceof String).forEach(stolen -> {
            int before = received(stranger).size();
            stranger.write("/start " + stolen);
            Await.until("an answer to a stolen value", () -> received(stranger).size() > before);
        });
        assertTrue(received(stranger).size() >= 2);
        assertTrue(received(stranger).stream().allMatch(text -> text.contains("not valid")));
        ida.telegram().pressStart(token);
        ida.receives("Done, Ida");
    }

    @Test
    void andTheLogNeverNamesIt() {
        var jan = Customer.of(desk, "Jan");
        var token = jan.token();
        jan.tokenOn("/account/telegram/");
        jan.telegram().pressStart(token);
        jan.receives("Done, Jan");
        var other = Customer.newTelegram(desk, "en");
        other.pressStart(token);
        toldTo(other, "already been used");
        assertFalse(desk.server().log().contains(token));
        assertFalse(desk.server().log().contains(desk.telegram().token()));
        assertFalse(desk.server().log().contains(desk.webhookSecret()));
    }

    private String start(Participant chat, String token) {
        return """
                {"update_id":%d,"message":{"message_id":1,"date":1,"text":"/start %s",
                "chat":{"id":%3$d,"type":"private","first_name":"x"},
                "from":{"id":%3$d,"is_bot":false,"first_name":"x","language_code":"en"}}}
                """
                .formatted(Updates.newId(), token, chat.chatId());
    }

    private List<String> received(Participant chat) {
        return desk.telegram().transcript(chat.chatId()).stream()
                .filter(message -> message.fromBot())
                .map(message -> message.text())
                .toList();
    }

    private String toldTo(Participant chat, String words) {
        return desk.telegram()
                .awaitMessage(
                        chat.chatId(),
                        message -> message.fromBot() && message.text().contains(words),
                        Await.PATIENCE)
                .text();
    }

    private void toldToRussian(String parameter, String words) {
        var ivan = Customer.newTelegram(desk, "ru");
        ivan.pressStart(parameter);
        toldTo(ivan, words);
    }

    private void age(Customer customer, String by) {
        desk.database()
                .sql(
                        "update user_telegram_links set token_created_at = now() - cast(? as interval) "
                                + "where user_id = (select id from users where email = ?)",
                        by,
                        customer.browser().email());
    }

    private void assertStillLinked(Customer customer) {
        assertTrue(customer.browser().thread().isNull("telegram_binding_url"));
        var operator = new Operator(desk);
        var question = Customer.words("Still linked?");
        customer.asks(question);
        operator.reply(operator.sees(question), "Answer after linking " + customer.chatId());
        customer.receives("Answer after linking " + customer.chatId());
    }
}
