package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What either side sends in Telegram reaches the other there at once, and can be opened on the site. */
@UsesDesk(SharedDesk.USUAL)
class FilesFromTelegramIT {

    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = SharedDesk.USUAL.desk();
    }

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    @Test
    void aUsersPhotoReachesTheOperatorWithItsCaptionAndTheSite() {
        var anna = Customer.linked(desk, "Anna");
        var caption = Customer.words("Look at this");
        byte[] picture = SampleFiles.jpeg();
        anna.telegram().send(Media.photo(picture, caption));
        var photo = operator.sees(caption);
        assertTrue(has(photo, "photo"));
        assertEquals(caption, Operator.quoteIn(photo));
        var file = ready(anna, 0);
        assertEquals("picture", file.getString("kind"));
        assertArrayEquals(
                picture, anna.browser().download(file.getString("url")).body());
        var answer = Customer.words("Thanks");
        operator.reply(photo, answer);
        anna.receives(answer);
        assertEquals(List.of(caption, answer), anna.threadTexts());
    }

    @Test
    void everySortOfFileIsAMessageWithoutWordsToo() {
        var anna = Customer.linked(desk, "Anna");
        anna.telegram().send(Media.photo(""));
        anna.telegram().send(Media.voice(""));
        anna.telegram().send(Media.sticker("👍"));
        anna.telegram().send(Media.document("Договор.pdf", ""));
        Await.until("four messages", () -> anna.thread().size() == 4);
        for (int i = 0; i < 4; i++) {
            ready(anna, i);
        }
        assertEquals("audio/ogg", ready(anna, 1).getString("type"));
        assertEquals("image/webp", ready(anna, 2).getString("type"));
        assertEquals("Договор.pdf", ready(anna, 3).getString("name"));
        assertEquals(List.of("", "", "", ""), anna.threadTexts());
        operator.sees(message -> has(message, "sticker"));
        operator.sees(message ->
                has(message, "voice") && message.text().contains(anna.browser().email()));
    }

    @Test
    void theOperatorsPhotoReachesTheUserAndTheSite() {
        var anna = Customer.linked(desk, "Anna");
        var question = Customer.words("Where is it?");
        anna.asks(question);
        var caption = Customer.words("Here it is");
        operator.reply(operator.sees(question), Media.photo(caption));
        var photo = anna.receives(caption);
        assertTrue(has(photo, "photo"));
        assertTrue(photo.text().startsWith("📩 Support reply:"), photo.text());
        assertEquals("picture", ready(anna, 1).getString("kind"));
        assertTrue(anna.thread().get(1).getBoolean("is_from_admin"));
        operator.reply(operator.sees(question), Media.document("plan.pdf", ""));
        var document = desk.telegram()
                .awaitMessage(anna.chatId(), message -> message.fromBot() && has(message, "document"), Await.PATIENCE);
        assertEquals("📩 Support reply:", document.text());
        assertEquals("", anna.threadTexts().get(2));
    }

    @Test
    void anUnlinkedUserGetsTheOperatorsFileOnTheSiteAndLaterInTelegram() {
        var anna = Customer.of(desk, "Anna");
        var question = Customer.words("Unlinked");
        anna.asks(question);
        operator.reply(operator.sees(question), Media.document("later.pdf", "words"));
        Await.until("the answer", () -> anna.thread().size() == 2);
        assertEquals("later.pdf", ready(anna, 1).getString("name"));
        anna.link();
        desk.telegram()
                .awaitMessage(anna.chatId(), message -> message.fromBot() && has(message, "document"), Await.PATIENCE);
    }

    @Test
    void aFileThatIsTooLargeForABotIsPassedOnInTelegramAndSaidSo() {
        var anna = Customer.linked(desk, "Anna");
        anna.telegram().send(Media.largeDocument("film.zip", 21L << 20));
        anna.receives("larger than 20 MB");
        operator.sees(message -> has(message, "document")
                && message.json()
                        .getJsonObject("document")
                        .getString("file_name")
                        .equals("film.zip"));
        var file = file(anna, 0);
        assertEquals("too_large", file.getString("state"));
        assertTrue(file.isNull("url"));
        assertTrue(anna.browser().get("/support/").body().contains("Larger than 20 MB"));
    }

    @Test
    void aProgramIsPassedOnInTelegramButNotKeptOnTheSite() {
        var anna = Customer.linked(desk, "Anna");
        anna.telegram().send(Media.document("run.exe", SampleFiles.program(), ""));
        operator.sees(message -> has(message, "document")
                && message.json()
                        .getJsonObject("document")
                        .getString("file_name")
                        .equals("run.exe"));
        Await.until("settled", () -> file(anna, 0).getString("state").equals("failed"));
    }

    @Test
    void whatCannotBeFetchedNowIsFetchedLater() {
        var anna = Customer.linked(desk, "Anna");
        desk.telegram().faults().add(Fault.serverError(500).method("getFile").times(1));
        desk.telegram().faults().add(Fault.droppedBefore().method("download").times(1));
        anna.telegram().send(Media.photo(""));
        Await.until("the message", () -> anna.thread().size() == 1);
        ready(anna, 0);
    }

    @Test
    void aKilledServerFetchesWhenItIsBack() {
        var anna = Customer.linked(desk, "Anna");
        desk.telegram().faults().add(Fault.serverError(500).method("getFile"));
        anna.telegram().send(Media.photo(""));
        Await.until("the message", () -> anna.thread().size() == 1);
        assertEquals("waiting", file(anna, 0).getString("state"));
        desk.server().kill();
        desk.telegram().faults().clear();
        desk.server().restart();
        anna.browser().signIn(anna.browser().email());
        Await.until("fetched", Await.PATIENCE.multipliedBy(2), () -> file(anna, 0)
                .getString("state")
                .equals("ready"));
    }

    private static JsonObject ready(Customer customer, int message) {
        Await.until(
                "the file is there",
                () -> customer.thread().size() > message
                        && file(customer, message).getString("state").equals("ready"));
        return file(customer, message);
    }

    private static JsonObject file(Customer customer, int message) {
        return customer.thread().get(message).getJsonArray("files").getJsonObject(0);
    }

    private static boolean has(SandboxMessage message, String sort) {
        return message.json().containsKey(sort);
    }
}
