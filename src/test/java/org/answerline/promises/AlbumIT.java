package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;

/** An album comes in parts and is one message, for either side. */
@UsesDesk(SharedDesk.USUAL)
class AlbumIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void aUsersAlbumIsOneMessageAndOneAlbum() {
        var anna = Customer.linked(desk, "Anna");
        var caption = Customer.words("Three pictures");
        sends(anna, caption, 3);
        var first = operator.sees(caption);
        Await.until(
                "the whole album", () -> album(operator.hands().chatId(), first).size() == 3);
        assertEquals(1, operator.seen(caption).size());
        assertEquals(List.of(caption), anna.threadTexts());
        Await.until(
                "three files", () -> anna.thread().get(0).getJsonArray("files").size() == 3);
        // A Reply to a picture without a caption finds its question as soon as the desk has stored the answer of
        // Telegram.
        Await.until(
                "delivered", () -> anna.thread().get(0).getString("delivery").equals("delivered"));
        var answer = Customer.words("To the last of them");
        operator.reply(album(operator.hands().chatId(), first).get(2), answer);
        anna.receives(answer);
    }

    @Test
    void theOperatorsAlbumIsOneAnswer() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Send pictures");
        anna.asks(question);
        var notice = operator.sees(question);
        var caption = Customer.words("Here");
        String id = UUID.randomUUID().toString();
        operator.reply(notice, Media.albumPhoto(id, caption));
        long second = operator.reply(notice, Media.albumPhoto(id, ""));
        var first = anna.receives(caption);
        Await.until("the whole album", () -> album(anna.chatId(), first).size() == 2);
        assertEquals(List.of(question, caption), anna.threadTexts());
        assertEquals(2, anna.thread().get(1).getJsonArray("files").size());
        var more = Customer.words("To my own second picture");
        operator.hands().reply(second, more);
        anna.receives(more);
    }

    @Test
    void theCaptionMayComeWithALaterPart() {
        var anna = Customer.linked(desk, "Anna");
        var caption = Customer.words("The caption");
        String id = UUID.randomUUID().toString();
        anna.telegram().send(Media.albumPhoto(id, ""));
        anna.telegram().send(Media.albumPhoto(id, caption));
        var first = operator.sees(caption);
        Await.until(
                "the whole album", () -> album(operator.hands().chatId(), first).size() == 2);
        assertEquals(List.of(caption), anna.threadTexts());
    }

    @Test
    void aPartThatComesLateIsSentOnItsOwn() {
        var anna = Customer.linked(desk, "Anna");
        var caption = Customer.words("Two in time");
        String id = sends(anna, caption, 2);
        var first = operator.sees(caption);
        var late = Customer.words("One late");
        anna.telegram().send(Media.albumPhoto(id, late));
        var alone = operator.sees(late);
        assertTrue(alone.json().containsKey("photo"));
        assertTrue(alone.id() > first.id());
        assertEquals(1, anna.thread().size());
        assertEquals(3, anna.thread().get(0).getJsonArray("files").size());
        var answer = Customer.words("To the late one");
        operator.reply(alone, answer);
        anna.receives(answer);
    }

    @Test
    void theWordsOfALatePartAreNeitherCutNorLost() {
        for (int length : List.of(1_000, 1_024, 4_000)) {
            var anna = Customer.linked(desk, "Anna");
            var caption = Customer.words("In time");
            String id = sends(anna, caption, 2);
            operator.sees(caption);
            var end = Customer.words(" end");
            var late = "ы".repeat(length - end.length()) + end;
            anna.telegram().send(Media.albumPhoto(id, late));
            operator.sees(end);
            var notices = operator.seen("ы").stream()
                    .filter(message -> message.id() >= operator.sees(caption).id())
                    .map(Operator::quoteIn)
                    .reduce("", String::concat);
            assertTrue(notices.contains(late), notices);
            assertTrue(anna.threadTexts().get(0).endsWith(late));
        }
    }

    @Test
    void theWordsOfTheOperatorsLatePartArriveToo() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Send pictures");
        anna.asks(question);
        var notice = operator.sees(question);
        var caption = Customer.words("In time");
        String id = UUID.randomUUID().toString();
        operator.reply(notice, Media.albumPhoto(id, caption));
        anna.receives(caption);
        var end = Customer.words(" end");
        var late = "ы".repeat(3_000 - end.length()) + end;
        operator.reply(notice, Media.albumPhoto(id, late));
        assertTrue(anna.receives(end).text().contains(late));
        Await.until(
                "two photos",
                () -> desk.telegram().transcript(anna.chatId()).stream()
                                .filter(message -> message.json().containsKey("photo"))
                                .count()
                        == 2);
    }

    @Test
    void whatIsWrittenAfterAnAlbumComesAfterIt() {
        var anna = Customer.linked(desk, "Anna");
        var caption = Customer.words("First the album");
        sends(anna, caption, 2);
        var words = Customer.words("Then words");
        anna.telegram().write(words);
        assertTrue(operator.sees(caption).id() < operator.sees(words).id());
    }

    private static String sends(Customer customer, String caption, int count) {
        String id = UUID.randomUUID().toString();
        customer.telegram().send(Media.albumPhoto(id, caption));
        for (int i = 1; i < count; i++) {
            customer.telegram().send(Media.albumPhoto(id, ""));
        }
        return id;
    }

    private List<SandboxMessage> album(long chatId, SandboxMessage first) {
        String id = first.json().getString("media_group_id", "none");
        return desk.telegram().transcript(chatId).stream()
                .filter(message ->
                        message.json().getString("media_group_id", "").equals(id))
                .toList();
    }
}
