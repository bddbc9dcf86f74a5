package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.ChatKind;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Telegram's limits are kept by going slowly, and a group's long queue leaves in few messages. */
@Order(1)
class SendRateLimitIT {

    private static final int A_MINUTE_IN_GROUPS = 8;
    private static final int A_SECOND_IN_ALL = 6;
    private static final long GROUP = -4_200_001;

    private static Desk desk;

    private final Operator operator = new Operator(desk);

    @BeforeAll
    static void start() {
        desk = Desk.own(setup -> setup.adminChat(GROUP)
                .telegram(options -> options.adminChat(GROUP, ChatKind.GROUP))
                .setting("TELEGRAM_PACE_CHAT", "1")
                .setting("TELEGRAM_PACE_GROUP_MINUTE", "" + A_MINUTE_IN_GROUPS)
                .setting("TELEGRAM_PACE_TOTAL", "" + A_SECOND_IN_ALL));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void aLongQueueOfAGroupLeavesTogetherAndEachCanBeAnswered() {
        var users = IntStream.range(0, 4)
                .mapToObj(i -> Customer.linked(desk, "User " + i))
                .toList();
        var mark = Customer.words("queued");
        for (int i = 0; i < 40; i++) {
            users.get(i % 4).telegram().write(mark + " question " + i + ".");
        }
        // What no longer fits into this minute leaves in the next.
        Await.until("all forty", Duration.ofMinutes(4), () -> occurrences(operator.seen(mark), mark) >= 40);
        var bundle = operator.sees(
                message -> message.text().startsWith("📚") && message.text().contains(mark));
        var inBundle = IntStream.range(0, 40)
                .filter(i -> bundle.text().contains(mark + " question " + i + "."))
                .boxed()
                .toList();
        assertTrue(inBundle.size() >= 4, bundle.text());
        assertEquals(40, occurrences(operator.seen(mark), mark));

        int numbered = inBundle.get(1);
        operator.reply(bundle, "#" + numberOf(users.get(numbered % 4), numbered) + " by its number");
        users.get(numbered % 4).receives("Support reply:\n\nby its number");
        int selected = inBundle.get(2);
        operator.reply(bundle, quoting(bundle, mark + " question " + selected + ".", "by its words"));
        users.get(selected % 4).receives("Support reply:\n\nby its words");
        assertEquals(
                2, users.stream().mapToLong(user -> user.received("by its")).sum());

        // Neither number nor selection: it could be for anybody, so it is for nobody, and the hint keeps the pace too.
        operator.reply(bundle, "for whom?");
        users.forEach(user -> assertEquals(0, user.received("for whom?")));
        assertWhatAnErasedPersonAskedIsNobodys(bundle, users, mark, inBundle.get(3));
        assertNeverMoreThan(A_MINUTE_IN_GROUPS, Duration.ofSeconds(58), sentTo(GROUP));
        assertTrue(sentTo(GROUP).size() >= 2);
    }

    private void assertWhatAnErasedPersonAskedIsNobodys(
            SandboxMessage bundle, List<Customer> users, String mark, int question) {
        var erased = users.get(question % 4);
        int number = numberOf(erased, question);
        erased.browser()
                .submit("/account/data/erase/", Map.of("password", Browser.PASSWORD))
                .expect(303);
        long quoted =
                operator.reply(bundle, quoting(bundle, mark + " question " + question + ".", "for the erased person"));
        long numbered = operator.reply(bundle, "#" + number + " for the erased person");
        for (long reply : List.of(quoted, numbered)) {
            var told = desk.telegram()
                    .awaitMessage(GROUP, message -> message.replyTo().orElse(-1) == reply, Duration.ofMinutes(4));
            assertTrue(told.text().contains("data was erased"), told.text());
        }
        users.forEach(user -> assertEquals(0, user.received("for the erased person")));
    }

    @Test
    void aPrivateChatGetsAShortBurstAndThenOneASecond() {
        var anna = Customer.linked(desk, "Anna");
        for (int i = 0; i < 10; i++) {
            anna.telegram().write("/start");
        }
        Await.until("ten answers", () -> anna.received("Your account is linked") == 10);
        var sent = sentTo(anna.chatId());
        // They leave one second apart; on a busy machine one may arrive late, and the next one closer to it.
        assertNeverMoreThan(3, Duration.ofSeconds(2), sent);
    }

    @Test
    void allChatsTogetherKeepTheirLimit() {
        var people = IntStream.range(0, 24)
                .mapToObj(i -> Customer.newTelegram(desk, "en"))
                .toList();
        people.forEach(person -> person.write("hello"));
        people.forEach(
                person -> desk.telegram().awaitMessage(person.chatId(), SandboxMessage::fromBot, Await.PATIENCE));
        var chats = people.stream().map(Participant::chatId).toList();
        var sent = desk.telegram().requests().stream()
                .filter(request -> request.method().equals("sendMessage") && chats.contains(request.chatId()))
                .toList();
        // They leave at the pace, but on a busy machine some arrive late and so closer together; what a slow machine
        // cannot
        // spoil is that all of them together take their time.
        var all = Duration.between(sent.get(0).at(), sent.get(sent.size() - 1).at());
        var least = Duration.ofSeconds(people.size() / A_SECOND_IN_ALL - 2);
        assertTrue(all.compareTo(least) >= 0, people.size() + " messages within " + all);
    }

    private static List<BotRequest> sentTo(long chatId) {
        return desk.telegram().requests().stream()
                .filter(request -> request.method().equals("sendMessage") && request.chatId() == chatId)
                .toList();
    }

    private static void assertNeverMoreThan(int most, Duration window, List<BotRequest> sent) {
        for (int i = 0; i + most < sent.size(); i++) {
            var between = Duration.between(sent.get(i).at(), sent.get(i + most).at());
            assertTrue(between.compareTo(window) >= 0, (most + 1) + " messages within " + between);
        }
    }

    private static int occurrences(List<SandboxMessage> messages, String words) {
        return messages.stream()
                .mapToInt(message -> message.text().split(words, -1).length - 1)
                .sum();
    }

    private static int numberOf(Customer customer, int question) {
        return customer.thread().stream()
                .filter(message -> message.getString("text").endsWith(" question " + question + "."))
                .findFirst()
                .orElseThrow()
                .getInt("number");
    }

    private static Media quoting(SandboxMessage message, String words, String text) {
        return Media.raw(Json.createObjectBuilder()
                .add("text", text)
                .add(
                        "quote",
                        Json.createObjectBuilder()
                                .add("text", words)
                                .add("position", message.text().indexOf(words))
                                .add("is_manual", true))
                .build());
    }
}
