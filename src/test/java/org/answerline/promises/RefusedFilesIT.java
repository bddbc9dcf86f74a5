package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A file that Telegram does not take costs no words, is never called delivered, and holds up nobody. */
@UsesDesk(SharedDesk.SHORT_TIMEOUT)
class RefusedFilesIT {

    private static final List<String> METHODS = List.of("sendPhoto", "sendDocument");

    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = SharedDesk.SHORT_TIMEOUT.desk();
    }

    @AfterEach
    void goodWeather() {
        desk.telegram().faults().clear();
    }

    @Test
    void theWordsOfAnAnswerArriveAsText() {
        var anna = Customer.linked(desk, "Anna");
        var notice = asked(anna);
        refuse("Bad Request: IMAGE_PROCESS_FAILED", anna);
        var words = Customer.words("Look here");
        long reply = operator.reply(notice, Media.photo(words));
        var text = anna.receives(words);
        assertEquals("📩 Support reply:\n\n" + words, text.text());
        assertTrue(operator.toldOn(reply).contains("IMAGE_PROCESS_FAILED"));
        Await.until("delivered", () -> state(anna, 1).equals("delivered"));
    }

    @Test
    void anAnswerWithoutWordsHasFailed() {
        var boris = Customer.linked(desk, "Boris");
        var notice = asked(boris);
        refuse("Bad Request: PHOTO_INVALID_DIMENSIONS", boris);
        int before = boris.received().size();
        operator.toldOn(operator.reply(notice, Media.photo("")));
        Await.until("failed", () -> state(boris, 1).equals("failed"));
        assertEquals(before, boris.received().size());
    }

    @Test
    void theWordsOfAQuestionArriveAsText() {
        var clara = Customer.linked(desk, "Clara");
        refuse("Bad Request: IMAGE_PROCESS_FAILED", operator.hands().chatId());
        var words = Customer.words("See this");
        clara.telegram().send(Media.photo(words));
        var notice = operator.sees(words);
        assertEquals(words, Operator.quoteIn(notice));
        operator.sees("photo.jpg");
        var answer = Customer.words("To the words");
        operator.reply(notice, answer);
        clara.receives(answer);
    }

    @Test
    void aFileThatIsStillFetchedIsWaitedForAndSentPlainer() {
        var david = Customer.linked(desk, "David");
        var notice = asked(david);
        desk.telegram().faults().add(Fault.stalled().method("download").times(1));
        desk.telegram()
                .faults()
                .add(Fault.refused(400, "Bad Request: wrong file identifier/HTTP URL specified")
                        .method("sendPhoto")
                        .times(1));
        var words = Customer.words("Comes in the end");
        operator.reply(notice, Media.photo(words));
        assertTrue(david.receives(words).json().containsKey("photo"));
        Await.until("ready", () -> david.thread()
                .get(1)
                .getJsonArray("files")
                .getJsonObject(0)
                .getString("state")
                .equals("ready"));
    }

    @Test
    void aCutContentIsFetchedAgain() {
        var daria = Customer.linked(desk, "Daria");
        desk.telegram().faults().add(Fault.cutJson().method("download").times(1));
        desk.telegram().faults().add(Fault.stalled().method("download").times(1));
        byte[] picture = SampleFiles.jpeg();
        daria.telegram().send(Media.photo(picture, Customer.words("Whole")));
        Await.until(
                "ready",
                () -> daria.thread().size() == 1
                        && daria.thread()
                                .get(0)
                                .getJsonArray("files")
                                .getJsonObject(0)
                                .getString("state")
                                .equals("ready"));
        var url = daria.thread().get(0).getJsonArray("files").getJsonObject(0).getString("url");
        assertEquals(picture.length, daria.browser().download(url).body().length);
    }

    @Test
    void aUserWhoBlockedTheBotIsReportedWhateverTheCode() {
        var eve = Customer.linked(desk, "Eve");
        var notice = asked(eve);
        refuse("Bad Request: USER_IS_BLOCKED", eve);
        long reply = operator.reply(notice, Media.photo("never seen"));
        assertTrue(operator.toldOn(reply).contains("Eve"));
        Await.until("failed", () -> state(eve, 1).equals("failed"));
        assertEquals(0, eve.received("never seen"));
    }

    @Test
    void anAlbumWhoseOutcomeStaysUnknownIsSplitThenGivenUpWithItsWordsKept() {
        var fred = Customer.linked(desk, "Fred");
        var pictures = List.of(
                fred.browser().uploaded("one.png", SampleFiles.png()),
                fred.browser().uploaded("two.png", SampleFiles.png()));
        desk.telegram().faults().add(Fault.badGateway().afterTheEffect().method("sendMediaGroup"));
        desk.telegram().faults().add(Fault.badGateway().afterTheEffect().method("sendPhoto"));
        var words = Customer.words("An album");
        fred.browser().askWith(words, pictures.toArray(String[]::new));
        operator.sees(words);
        operator.sees(message -> message.text().contains("did not confirm the file “one.png”"));
        operator.sees(message -> message.text().contains("did not confirm the file “two.png”"));
        assertEquals(3, calls("sendMediaGroup"));
        var next = Customer.words("Not held up");
        fred.asks(next);
        operator.sees(next);
        Await.until("delivered", () -> state(fred, 0).equals("delivered"));
    }

    @Test
    void aSingleDocumentLikewise() {
        var george = Customer.linked(desk, "George");
        var notice = asked(george);
        desk.telegram().faults().add(Fault.badGateway().afterTheEffect().method("sendDocument"));
        var words = Customer.words("A document");
        long reply = operator.reply(notice, Media.document("plan.pdf", words));
        desk.telegram()
                .awaitMessage(
                        george.chatId(),
                        message -> message.fromBot()
                                && message.text().contains(words)
                                && !message.json().containsKey("document"),
                        Await.PATIENCE);
        assertTrue(operator.toldOn(reply).contains("did not confirm the file “plan.pdf”"));
    }

    private SandboxMessage asked(Customer customer) {
        var question = Customer.words("Show me");
        customer.asks(question);
        return operator.sees(question);
    }

    private static void refuse(String description, Customer customer) {
        refuse(description, customer.chatId());
    }

    private static void refuse(String description, long chat) {
        METHODS.forEach(method -> desk.telegram()
                .faults()
                .add(Fault.refused(400, description).method(method).chat(chat)));
    }

    private static long calls(String method) {
        return desk.telegram().requests().stream()
                .filter(request -> request.method().equals(method))
                .count();
    }

    private static String state(Customer customer, int message) {
        return customer.thread().get(message).getString("delivery");
    }
}
