package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Person;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a user writes to the bot reaches the operator, or the user is told why it does not. */
@Tag("main-loop")
@UsesDesk(SharedDesk.USUAL)
class UserMessageIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void messagesOfALinkedUserArriveAndCanBeAnswered() {
        var anna = Customer.linked(desk, "Anna");
        var text = Customer.words("Hello from my phone\nwith a second line");
        anna.telegram().write(text);
        var notice = operator.sees(text);
        assertEquals(text, Operator.quoteIn(notice));
        operator.reply(notice, "Hello back");
        anna.receives("Hello back");
        assertEquals(List.of(text, "Hello back"), anna.threadTexts());
        assertEquals("telegram", anna.thread().get(0).getString("source"));
        assertTrue(anna.thread().get(0).isNull("subject"));
    }

    @Test
    void manyWordsAtOnceKeepTheirOrder() {
        var boris = Customer.linked(desk, "Boris");
        var mark = Customer.words("line");
        for (int i = 0; i < 10; i++) {
            boris.telegram().write(mark + " " + i);
        }
        operator.sees(mark + " 9");
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).stream()
                        .map(i -> mark + " " + i)
                        .toList(),
                operator.seen(mark).stream().map(Operator::quoteIn).toList());
    }

    @Test
    void anUnlinkedUserIsToldHowToLink() {
        var stranger = Customer.of(desk, "Not linked");
        var text = Customer.words("Who reads this?");
        stranger.telegram().write(text);
        stranger.receives("first link your account");
        stranger.telegram().send(Media.sticker("🙂"));
        Await.until("an answer to the sticker", () -> stranger.received("first link your account") == 2);
        assertNothingArrives(text);
    }

    @Test
    void whatIsNoFileIsAnsweredAndStoresNothing() {
        var david = Customer.linked(desk, "David");
        var kinds = List.of(
                Media.raw(Json.createObjectBuilder()
                        .add("poll", Json.createObjectBuilder().add("id", "1"))
                        .build()),
                Media.raw(Json.createObjectBuilder()
                        .add("invoice", Json.createObjectBuilder().add("total_amount", 3))
                        .build()),
                Media.raw(Json.createObjectBuilder()
                        .add("giveaway", Json.createObjectBuilder().add("winner_count", 3))
                        .build()));
        kinds.forEach(david.telegram()::send);
        Await.until("an answer to each", () -> david.received("cannot be sent to support") == kinds.size());
        assertEquals(List.of(), david.threadTexts());
    }

    @Test
    void aKindOfMessageThatIsNotKnownIsPassedOnAsItsWordsOrAnswered() {
        var dina = Customer.linked(desk, "Dina");
        var words = Customer.words("rich words");
        dina.telegram()
                .send(Media.raw(Json.createReader(new java.io.StringReader("{\"rich_message\":{\"blocks\":[{\"type\":"
                                + "\"paragraph\",\"text\":[\"Some \",{\"type\":\"bold\",\"text\":\"" + words
                                + "\"}]}]}}"))
                        .readObject()));
        assertEquals("Some " + words, Operator.quoteIn(operator.sees(words)));
        dina.receives("Only your text was sent");
        for (var kind : List.of("giveaway_winners", "game", "paid_media", "kind_of_the_year_2030")) {
            int before = (int) dina.received("This cannot be sent");
            dina.telegram()
                    .send(Media.raw(Json.createObjectBuilder()
                            .add(kind, Json.createObjectBuilder().add("id", 1))
                            .build()));
            Await.until("an answer to " + kind, () -> dina.received("This cannot be sent") == before + 1);
        }
        assertEquals(List.of("Some " + words), dina.threadTexts());
    }

    @Test
    void anAlbumPassesItsOneCaptionOnce() {
        var dora = Customer.linked(desk, "Dora");
        var caption = Customer.words("Three pictures");
        dora.telegram().send(Media.albumPhoto("777", caption));
        dora.telegram().send(Media.albumPhoto("777", ""));
        dora.telegram().send(Media.albumPhoto("777", ""));
        dora.telegram().write("after the album");
        operator.sees(message -> message.text().contains("after the album")
                && message.text().contains(dora.browser().email()));
        assertEquals(1, operator.seen(caption).size());
        assertEquals(List.of(caption, "after the album"), dora.threadTexts());
    }

    @Test
    void anEditChangesTheNoticeAndTheSite() {
        var eve = Customer.linked(desk, "Eve");
        var text = Customer.words("Frist");
        long message = eve.telegram().write(text);
        operator.sees(text);
        eve.telegram().edit(message, text);
        for (int edit = 1; edit <= 15; edit++) {
            eve.telegram().edit(message, text.replace("Frist", "First " + edit));
        }
        operator.sees(text.replace("Frist", "First 15"));
        assertEquals(1, operator.seen(text.substring(6)).size(), "one notice, however often it is edited");
        assertEquals(List.of(text.replace("Frist", "First 15")), eve.threadTexts());

        operator.reply(operator.sees(text.substring(6)), "Understood");
        eve.receives("Understood");
        eve.telegram().edit(message, text.replace("Frist", "Not"));
        operator.sees(text.replace("Frist", "Not"));
        operator.sees("was changed by the user after it was answered");
    }

    @Test
    void aReplyToTheOperatorsAnswerIsAMessageLikeAnyOther() {
        var fred = Customer.linked(desk, "Fred");
        var question = Customer.words("Question");
        fred.telegram().write(question);
        operator.reply(operator.sees(question), "Answer to it");
        var answer = fred.receives("Answer to it");
        var thanks = Customer.words("Thank you");
        fred.telegram().reply(answer.id(), thanks);
        operator.reply(operator.sees(thanks), "You are welcome");
        fred.receives("You are welcome");
        assertEquals(List.of(question, "Answer to it", thanks, "You are welcome"), fred.threadTexts());
    }

    @Test
    void serviceMessagesAreNobodysWords() {
        var gina = Customer.linked(desk, "Gina");
        int before = gina.received().size();
        gina.telegram()
                .send(Media.raw(Json.createObjectBuilder()
                        .add(
                                "message_auto_delete_timer_changed",
                                Json.createObjectBuilder().add("message_auto_delete_time", 86400))
                        .build()));
        gina.telegram()
                .send(Media.raw(Json.createObjectBuilder()
                        .add(
                                "pinned_message",
                                Json.createObjectBuilder()
                                        .add("message_id", 1)
                                        .add("date", 1)
                                        .add(
                                                "chat",
                                                Json.createObjectBuilder()
                                                        .add("id", gina.chatId())
                                                        .add("type", "private"))
                                        .add("text", "old words"))
                        .build()));
        gina.telegram().pressStart("");
        assertEquals(1, gina.receivedAfter(before, "Your account is linked").size());
        assertEquals(List.of(), gina.threadTexts());
    }

    @Test
    void anInvisibleTextGetsAHint() {
        var hans = Customer.linked(desk, "Hans");
        hans.telegram().write("\u3164\u2800\u200B");
        hans.receives("message is empty");
        assertEquals(List.of(), hans.threadTexts());
    }

    @Test
    void aCommandAloneIsAnsweredAndNotPassedOn() {
        var kim = Customer.of(desk, "Ким", "ru").link();
        kim.telegram().write("/help");
        kim.receives("Напишите сюда, и поддержка ответит. Можно отправлять");
        kim.telegram().write("/settings\u200B");
        kim.receives("Команда /settings мне неизвестна");
        var stranger = Customer.of(desk, "Not linked");
        stranger.telegram().write("/help");
        stranger.receives("first link your account");
        assertEquals(List.of(), kim.threadTexts());
    }

    @Test
    void aReplyKeepsWhatItIsToForTheOperatorAndOnTheSite() {
        var lea = Customer.linked(desk, "Lea");
        var question = Customer.words("Which of the two?");
        lea.telegram().write(question);
        var answer = Customer.words("The first one");
        operator.reply(operator.sees(question), answer + "\nand a second line");
        var received = lea.receives(answer);
        var back = Customer.words("Why?");
        lea.telegram().reply(received.id(), back);
        var notice = operator.sees(back);
        assertEquals(back, Operator.quoteIn(notice));
        assertTrue(notice.text().contains("In reply to: “" + answer + "”\n"), notice.text());
        assertEquals(answer, lea.thread().get(2).getString("quote"));
        var html = lea.browser().get("/support/").expect(200).html();
        assertEquals(answer, html.select(".message.is-question .quote").text());
    }

    @Test
    void textThatLooksLikeACommandIsText() {
        var ida = Customer.linked(desk, "Ida");
        var text = "/help " + Customer.words("me");
        ida.telegram().write(text);
        assertEquals(text, Operator.quoteIn(operator.sees(text)));
    }

    @Test
    void aForwardedMessageIsTheUsersQuestion() {
        var jan = Customer.linked(desk, "Jan");
        var text = Customer.words("What does this mean?");
        jan.telegram().forward(text, new Person(9_000_002, "Bank", "", "", ""));
        assertEquals(text, Operator.quoteIn(operator.sees(text)));
    }

    private void assertNothingArrives(String text) {
        var fence = Customer.words("fence");
        Customer.of(desk, "Fence").asks(fence);
        operator.sees(fence);
        assertEquals(List.of(), operator.seen(text));
    }
}
