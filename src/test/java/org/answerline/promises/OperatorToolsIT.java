package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The daily tools of operators: blocks, canned replies, search, every kind of message, buttons and ratings. */
@Tag("main-loop")
@UsesDesk(SharedDesk.OPERATORS_GROUP)
class OperatorToolsIT {

    private final Desk desk = SharedDesk.OPERATORS_GROUP.desk();
    private final Operator operator = new Operator(desk);
    private final Participant colleague =
            desk.telegram().person(8_000_778, "Lena", "en").in(SharedDesk.GROUP);
    private final Customer anna = Customer.linked(desk, "Anna");
    private final String question = Customer.words("Where is it?");
    private final long number = anna.asksAndIsNumbered(question);
    private final SandboxMessage notice = operator.sees(question);

    @Test
    void aBlockedUserIsRefusedEverywhereAndKeepsTheText() {
        assertTrue(operator.toldOn(operator.reply(notice, "/block soon")).contains("I do not understand “soon”"));
        assertTrue(operator.toldOn(operator.reply(notice, "/block 7d")).contains("Anna is blocked until"));

        var text = Customer.words("Never taken");
        var problem = anna.browser()
                .post(
                        "/api/feedback/submit/",
                        Json.createObjectBuilder().add("message", text).build())
                .expect(403)
                .json();
        assertEquals("urn:answerline:problem:blocked", problem.getString("type"));
        assertTrue(problem.containsKey("until"), problem::toString);
        assertTrue(
                anna.browser().get("/support/").expect(200).body().contains("accepts no messages from your account"));
        var refused =
                anna.browser().submit("/support/", Map.of("message", text)).expect(403);
        assertEquals(text, refused.html().select("textarea").text());
        assertTrue(refused.body().contains("Not sent: support accepts no messages"), refused::body);
        anna.telegram().write(text);
        anna.receives("This was not sent: support accepts no messages");
        assertEquals(List.of(question), anna.threadTexts());

        long listed = operator.hands().write("/block@" + desk.telegram().botUsername());
        assertTrue(operator.toldOn(listed).contains("#" + number + " · Anna"), operator.toldOn(listed));
        assertTrue(operator.toldOn(operator.reply(notice, "/who")).contains("Blocked by"));
        assertTrue(anna.browser()
                .get("/account/data/export/")
                .expect(200)
                .body()
                .contains("blocked_by_support_until\" : \"2"));

        long answer = operator.reply(notice, "Still an answer");
        anna.receives("Still an answer");
        long freed = colleague.write("/unblock #" + number);
        assertTrue(operator.toldOn(freed).contains("Anna is not blocked any more"));
        assertTrue(operator.toldOn(operator.reply(notice, "/unblock")).contains("was not blocked"));
        var again = Customer.words("Taken again");
        anna.telegram().reply(answer, again);
        operator.sees(again);
        assertEquals(List.of(), operator.seen(text));
    }

    @Test
    void aCannedReplyIsAnAnswerLikeAnyOther() {
        long good = operator.reply(notice, "Hello {name}, we look into #{number}");
        anna.receives("Hello {name}");
        String name = "greeting-" + number;
        assertTrue(
                operator.toldOn(operator.hands().reply(good, "/save " + name)).contains("Saved as “" + name + "”"));
        assertTrue(operator.toldOn(operator.hands().write("/t")).contains(name + " – Hello {name}"));
        assertTrue(operator.toldOn(operator.hands().write("/t " + name)).contains("Hello {name}, we look into"));

        long sent = colleague.reply(notice.id(), "/t " + name);
        var text = "Hello Anna, we look into #" + number;
        anna.receives(text);
        Await.until("delivered", () -> operator.reactionOn(sent).equals("👌"));
        assertTrue(operator.toldOn(operator.reply(notice, "/history")).contains("Lena: " + text));
        assertEquals(List.of(question, "Hello {name}, we look into #{number}", text), anna.threadTexts());

        var corrected = Customer.words("In my own words");
        colleague.edit(sent, corrected);
        anna.receives(corrected);
        colleague.edit(sent, "/t " + name);
        Await.until("filled again", () -> anna.threadTexts().get(2).equals(text));
        colleague.edit(sent, "/note a secret");
        operator.sees(message ->
                message.replyTo().orElse(-1) == sent && message.text().contains("This edit was not passed on"));
        assertEquals(text, anna.threadTexts().get(2));
        long undone = colleague.reply(sent, "/undo");
        Await.until("withdrawn", () -> operator.reactionOn(undone).equals("👍"));
        Await.until("deleted", () -> anna.has(text) == 0);

        long typo = operator.reply(notice, "/t " + name.replace("greet", "gret"));
        assertTrue(operator.toldOn(typo).contains("Did you mean " + name));
        long own = operator.reply(notice, "Order {order}");
        operator.toldOn(operator.hands().reply(own, "/save order-" + number));
        int before = anna.received().size();
        long missing = colleague.write("/t #" + number + " order-" + number);
        assertTrue(operator.toldOn(missing).contains("{order} cannot be filled"));
        assertEquals(before, anna.received().size());

        long note = operator.reply(notice, "//a secret note");
        Await.until("kept", () -> operator.reactionOn(note).equals("🙊"));
        assertTrue(operator.toldOn(operator.hands().reply(note, "/save secret")).contains("Notes and commands cannot"));
        for (String each : List.of(name, "order-" + number)) {
            assertTrue(
                    operator.toldOn(operator.hands().write("/forget " + each)).contains("is deleted"));
        }
        assertTrue(operator.toldOn(operator.hands().write("/t " + name)).contains("There is no saved text"));
    }

    @Test
    void messagesAndNotesAreFoundAndCanBeAnsweredThere() {
        String word = "зебра" + number;
        anna.telegram().write("Мне нужны " + word + " и квитанции");
        operator.sees(word);
        long written = operator.reply(notice, "//calls back about the " + word);
        Await.until("kept", () -> operator.reactionOn(written).equals("🙊"));
        operator.hands().write("/find " + word);
        var note = operator.sees(message -> found(message, word, "🙊"));
        assertTrue(note.text().contains("Anna"), note::text);
        long asked = operator.hands().write("/find " + word + " квитанция");
        var hit = operator.sees(message -> message.replyTo().orElse(-1) == asked);
        assertTrue(hit.text().contains("🔎 #"), hit::text);
        operator.reply(hit, "Found you");
        anna.receives("Found you");
        assertTrue(operator.toldOn(operator.hands().write("/find ' & | ( \"")).contains("Nothing found"));
    }

    private static boolean found(SandboxMessage message, String word, String mark) {
        return message.text().contains("🔎")
                && message.text().contains(word)
                && message.text().contains(mark);
    }

    @Test
    void everyKindOfMessagePassesBothWays() {
        var kinds = new LinkedHashMap<String, Media>();
        kinds.put("location", Media.location(55.75, 37.61));
        kinds.put("venue", Media.venue("Museum", "Main St. 1", 1.5, 2.5));
        kinds.put("contact", Media.contact("+100" + number, "Ann"));
        kinds.put("poll", Media.poll("regular", "When? " + number, "Today", "Never"));
        kinds.put("dice", Media.dice("🎲", 5));
        kinds.put("sticker", Media.animatedSticker("🎉"));
        kinds.put("story", Media.story("ann"));
        kinds.forEach((kind, media) -> {
            anna.telegram().send(media);
            var copy = operator.sees(
                    message -> message.id() > notice.id() && message.json().containsKey(kind));
            // A copy has no link to its question: a Reply finds it when the desk has stored what was sent.
            Await.until("delivered", () -> last(anna).getString("delivery").equals("delivered"));
            operator.reply(copy, "Got the " + kind);
            anna.receives("Got the " + kind);
            operator.reply(notice, media);
            desk.telegram()
                    .awaitMessage(
                            anna.chatId(),
                            message -> message.fromBot() && message.json().containsKey(kind),
                            Await.PATIENCE);
        });
        var texts = anna.threadTexts();
        for (String card : List.of(
                "📍 Location: 55.75, 37.61",
                "📍 Venue: Museum, Main St. 1 (1.5, 2.5)",
                "👤 Contact: Ann, +100" + number,
                "📊 Poll: When? " + number + "\nToday\nNever",
                "Dice: 🎲 5",
                "Animated sticker: 🎉",
                "Story: @ann")) {
            assertEquals(2, texts.stream().filter(card::equals).count(), card + " in " + texts);
        }
        assertTrue(anna.browser().get("/support/").expect(200).body().contains("Location: 55.75, 37.61"));
        assertTrue(
                anna.browser().get("/account/data/export/").expect(200).body().contains("Story: @ann"));
        assertEquals(0, anna.received("cannot be sent to support"));
    }

    @Test
    void aQuizThatCannotBeCopiedArrivesAsText() {
        long quiz = operator.reply(notice, Media.poll("quiz", "Which? " + number, "This", "That"));
        anna.receives("Which? " + number);
        assertTrue(operator.toldOn(quiz).contains("did not copy this"));
        Await.until(
                "delivered", () -> anna.thread().get(1).getString("delivery").equals("delivered"));
    }

    @Test
    void theCloseButtonDoesWhatTheCommandDoes() {
        assertEquals(List.of("close"), buttons(notice));
        int callsBefore = calls("sendMessage");
        operator.hands().press(notice.id(), "close");
        Await.until("closed", () -> state().equals("closed"));
        Await.until("answered", () -> lastCallbackAnswer().equals("Closed until the user writes again."));
        operator.hands().press(notice.id(), "close");
        Await.until("answered", () -> lastCallbackAnswer().equals("This conversation is closed already."));
        // Only the question whether the user is content.
        Await.until("asked for a rating", () -> anna.received("We have closed this conversation") == 1);
        assertEquals(callsBefore + 1, calls("sendMessage"));
    }

    @Test
    void aForgedButtonChangesNothing() {
        int answers = callbackAnswers();
        operator.hands().press(notice.id(), "close:1");
        operator.hands().press(notice.id(), "rate:1:5");
        anna.telegram().press(anna.telegram().write("mine"), "close");
        desk.telegram()
                .person(8_000_779, "Eve", "en")
                .press(desk.telegram().person(8_000_779, "Eve", "en").pressStart(""), "close");
        Await.until("each is answered", () -> callbackAnswers() == answers + 4);
        for (String message : List.of(
                "",
                ",\"message\":{\"message_id\":%d,\"date\":0,\"chat\":{\"id\":%d,\"type\":\"supergroup\"}}"
                        .formatted(999_999_999, SharedDesk.GROUP),
                ",\"message\":{}",
                ",\"message\":7")) {
            var update = "{\"update_id\":%d,\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":5},\"data\":\"close\"%s}}"
                    .formatted(Updates.newId(), message);
            assertEquals(200, desk.telegram().deliverRaw(update));
        }
        assertEquals("open", state());
        assertTrue(desk.telegram().webhook().lastErrorMessage().isEmpty());
    }

    @Test
    void anAnonymousAdministratorStaysAnonymousWhenPressingAButton() {
        var hidden = desk.telegram()
                .person(8_000_780, "Hidden Person", "en")
                .in(SharedDesk.GROUP)
                .anonymously();
        hidden.press(notice.id(), "close");
        Await.until("closed", () -> state().equals("closed"));
        for (SandboxMessage message : desk.telegram().transcript(SharedDesk.GROUP)) {
            assertFalse(message.fromBot() && message.text().contains("Hidden Person"), message::toString);
        }
    }

    @Test
    void aClosedConversationIsRatedOnceAndACommentIsAReplyToIt() {
        operator.reply(notice, "/close");
        var asked = anna.receives("We have closed this conversation");
        var scores = buttons(asked);
        assertEquals(5, scores.size());
        anna.telegram().press(asked.id(), scores.get(3));
        anna.receives("rating our support 4 of 5");
        anna.telegram().press(asked.id(), scores.get(0));
        Await.until("refused", () -> lastCallbackAnswer().equals("You have already rated this conversation."));
        assertTrue(anna.browser().get("/support/").expect(200).body().contains("You rated this conversation 4 of 5"));

        anna.telegram().reply(asked.id(), "Quick and kind");
        anna.receives("your comment was kept");
        assertEquals(List.of(question), anna.threadTexts());
        assertTrue(operator.toldOn(operator.reply(notice, "/who")).contains("4 of 5: Quick and kind"));
        assertTrue(
                anna.browser().get("/account/data/export/").expect(200).body().contains("Quick and kind"));

        var next = Customer.words("And another thing");
        anna.telegram().write(next);
        operator.sees(next);
        assertEquals("open", state());
    }

    @Test
    void aUserWithoutTelegramRatesOnThePage() {
        var boris = Customer.of(desk, "Boris");
        var words = Customer.words("Only here");
        boris.asks(words);
        long closed = operator.reply(operator.sees(words), "/close");
        Await.until("closed", () -> operator.reactionOn(closed).equals("👍"));
        var rating = boris.browser().thread().getJsonObject("rating");
        var path = "/api/feedback/ratings/" + rating.getInt("id") + "/";
        var score = Json.createObjectBuilder().add("score", 3).build();
        assertEquals(404, anna.browser().post(path, score).status());
        assertEquals(
                422,
                boris.browser().post(path, "application/json", "{\"score\":6}").status());
        boris.browser().submit("/support/", Map.of("score", "5")).expect(303);
        assertEquals(409, boris.browser().post(path, score).status());
        assertEquals(5, boris.browser().thread().getJsonObject("rating").getInt("score"));
        var page = boris.browser().get("/support/").expect(200);
        assertTrue(page.body().contains("You rated this conversation 5 of 5"), page::body);
        assertEquals(0, page.html().select("form.rating").size());
    }

    private static JsonObject last(Customer customer) {
        var thread = customer.thread();
        return thread.get(thread.size() - 1);
    }

    private String state() {
        return anna.browser().thread().getString("state");
    }

    private static List<String> buttons(SandboxMessage message) {
        return message
                .replyMarkup()
                .getJsonArray("inline_keyboard")
                .getJsonArray(0)
                .getValuesAs(JsonObject.class)
                .stream()
                .map(button -> button.getString("callback_data"))
                .toList();
    }

    private int calls(String method) {
        return (int) requests(request -> request.method().equals(method)).count();
    }

    private Stream<BotRequest> requests(Predicate<BotRequest> wanted) {
        return desk.telegram().requests().stream().filter(wanted);
    }

    private int callbackAnswers() {
        return desk.telegram().callbackAnswers().size();
    }

    private String lastCallbackAnswer() {
        var all = desk.telegram().callbackAnswers();
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }
}
