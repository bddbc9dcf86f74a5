package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The operator's Reply is stored, shown on the site, and in the right user's Telegram in that user's language. */
@Tag("main-loop")
@UsesDesk(SharedDesk.USUAL)
class OperatorReplyIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void inEnglish() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Is it there?");
        anna.asks(question);
        operator.reply(operator.sees(question), "It is on its way.");
        assertEquals(
                "📩 Support reply:\n\nIt is on its way.",
                anna.receives("on its way").text());
    }

    @Test
    void inRussian() {
        var anna = Customer.of(desk, "Анна", "ru-RU").link();
        var question = Customer.words("Где посылка?");
        anna.asks(question);
        operator.reply(operator.sees(question), "Уже в пути.");
        assertEquals(
                "📩 Ответ поддержки:\n\nУже в пути.", anna.receives("в пути").text());
    }

    @Test
    void inTheLanguageOfTheSiteWhenTelegramDoesNotTell() {
        var anna = Customer.of(desk, "Анна", "");
        anna.browser()
                .send(anna.browser()
                        .request("/support/")
                        .header("Accept-Language", "ru")
                        .GET())
                .expect(200);
        var question = Customer.words("Вопрос");
        var form = anna.browser().get("/support/").form(Map.of("subject", "", "message", question));
        anna.browser()
                .send(anna.browser()
                        .request(form.action().toString())
                        .header("Accept-Language", "ru")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Forms.encode(form.fields()))))
                .expect(303);
        anna.link();
        operator.reply(operator.sees(question), "Ответ без языка");
        assertEquals(
                "📩 Ответ поддержки:\n\nОтвет без языка",
                anna.receives("без языка").text());
    }

    @Test
    void isStoredAsTheOperatorsAndShownOnTheSite() {
        var boris = Customer.linked(desk, "Boris");
        var question = Customer.words("Stored?");
        long id = boris.asks(question);
        operator.reply(operator.sees(question), "<b>Yes</b> & stored");
        boris.receives("& stored");

        var messages = boris.thread();
        assertEquals(2, messages.size());
        assertEquals(id, messages.get(0).getInt("id"));
        assertEquals(false, messages.get(0).getBoolean("is_from_admin"));
        assertEquals("site", messages.get(0).getString("source"));
        assertEquals(true, messages.get(1).getBoolean("is_from_admin"));
        assertEquals("telegram", messages.get(1).getString("source"));
        assertEquals("<b>Yes</b> & stored", messages.get(1).getString("text"));
        var rows = desk.database()
                .sql(
                        "select is_from_admin, text from support_messages where user_id = "
                                + "(select user_id from support_messages where id = ?) order by id",
                        id);
        assertEquals(
                List.of(false, true),
                rows.stream().map(row -> row.get("is_from_admin")).toList());
        var html = boris.browser().get("/support/").expect(200).html();
        assertTrue(html.text().contains("<b>Yes</b> & stored"), html.text());
    }

    @Test
    void goesToTheRightUserWhenMessageIdsAreTheSameInManyChats() {
        var clara = Customer.linked(desk, "Clara");
        var david = Customer.linked(desk, "David");
        var fromClara = Customer.words("Clara asks");
        var fromDavid = Customer.words("David asks");
        long hers = clara.telegram().write(fromClara);
        long his = david.telegram().write(fromDavid);
        assertEquals(hers, his, "ids collide in this sandbox");
        var noticeOfClara = operator.sees(fromClara);
        var noticeOfDavid = operator.sees(fromDavid);
        // Both users' own chats come near the ids of these notices.
        while (david.telegram().write("filling up") < noticeOfClara.id()
                && desk.telegram().transcript(david.chatId()).size() < 40) {
            // each message takes one id
        }
        operator.reply(noticeOfDavid, "This is for David");
        operator.reply(noticeOfClara, "This is for Clara");
        clara.receives("This is for Clara");
        david.receives("This is for David");
        assertEquals(0, clara.received("This is for David"));
        assertEquals(0, david.received("This is for Clara"));
        assertFalse(clara.threadTexts().contains("This is for David"));
        assertFalse(david.threadTexts().contains("This is for Clara"));
    }

    @Test
    void aUsersReplyInTheirOwnChatNeverCountsAsTheOperators() {
        var eve = Customer.linked(desk, "Eve");
        var victim = Customer.linked(desk, "Victor");
        var question = Customer.words("Victor asks");
        victim.asks(question);
        var notice = operator.sees(question);
        var attempt = Customer.words("Forged answer");
        eve.telegram().reply(notice.id(), attempt);
        // If that id exists in Eve's chat it is a Reply there, and if not, plain words: hers either way.
        operator.sees(attempt);
        operator.reply(notice, "The true answer");
        victim.receives("The true answer");
        assertEquals(0, victim.received(attempt));
        assertEquals(List.of(question, "The true answer"), victim.threadTexts());
    }

    @Test
    void isSplitWhenItIsLongAndLosesNothing() {
        var fred = Customer.linked(desk, "Fred");
        var question = Customer.words("Long?");
        fred.asks(question);
        var end = Customer.words("").strip().substring(0, 10);
        var answer = "🪁".repeat(4086) + end;
        int before = fred.received().size();
        operator.reply(operator.sees(question), answer);
        var parts = fred.receivedAfter(before, end);
        assertTrue(parts.size() > 1);
        assertEquals(
                answer,
                parts.stream()
                        .map(part -> part.substring(part.indexOf("\n\n") + 2))
                        .reduce("", String::concat));
        assertTrue(parts.stream().allMatch(part -> part.startsWith("📩 Support reply")), parts.toString());
        assertEquals(List.of(question, answer), fred.threadTexts());
    }

    @Test
    void canBeFollowedByFurtherRepliesToTheSameQuestion() {
        var gina = Customer.linked(desk, "Gina");
        var question = Customer.words("Once more?");
        gina.asks(question);
        var notice = operator.sees(question);
        int before = gina.received().size();
        for (int i = 1; i <= 5; i++) {
            operator.reply(notice, "Answer number " + i);
        }
        var parts = gina.receivedAfter(before, "Answer number 5");
        assertEquals(
                List.of(1, 2, 3, 4, 5).stream()
                        .map(i -> "📩 Support reply:\n\nAnswer number " + i)
                        .toList(),
                parts);
    }

    @Test
    void isMarkedAsDeliveredForTheOperator() {
        var hugo = Customer.linked(desk, "Hugo");
        var question = Customer.words("Did you see?");
        hugo.asks(question);
        long reply = operator.reply(operator.sees(question), "Yes, seen");
        desk.telegram()
                .awaitMessage(
                        operator.hands().chatId(),
                        message -> message.id() == reply && message.reaction().equals("👌"),
                        Await.PATIENCE);
        assertEquals(1, hugo.received("Yes, seen"));
    }
}
