package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.Fault;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;

/**
 * Operators and five users carry on ten conversations while calls of the Bot API fail. A user has one conversation at a time: each user has
 * a second one after the operators have closed the first. Which conversation gets what is random, repeatable by {@code -Dwalk.seed}, and the
 * acts of different conversations are mixed at random.
 */
final class TeamWalk {

    private static final int CONVERSATIONS = 10;

    /** About one call in seven fails or loses its answer; a few are only slow. */
    private static final Map<Fault, Double> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put(Fault.tooManyRequests(1), 0.02);
        FAULTS.put(Fault.serverError(500), 0.02);
        FAULTS.put(Fault.badGateway(), 0.02);
        FAULTS.put(Fault.serverError(502).afterTheEffect(), 0.02);
        FAULTS.put(Fault.droppedBefore(), 0.02);
        FAULTS.put(Fault.droppedAfter(), 0.03);
        FAULTS.put(Fault.slow(Duration.ofMillis(300)), 0.01);
        FAULTS.put(Fault.slowAfter(Duration.ofMillis(500)), 0.02);
    }

    /** The conversations that get something, by their numbers from 0. */
    private final class Draw {
        private final Set<Integer> taken = some(4);
        private final Set<Integer> dropped = some(3);
        private final Set<Integer> noted = some(6);
        private final Set<Integer> notesEdited = some(noted, 2);
        private final Set<Integer> saved = some(2);
        private final Set<Integer> edited = some(others(saved), 5);
        private final Set<Integer> withdrawn = some(6);
        private final Set<Integer> withdrawnAlone = some(withdrawn, 3);
        private final Set<Integer> followedUp = some(6);
        private final Set<Integer> fromList = some(followedUp, 3);
        private final Set<Integer> looked = some(4);
        /** Before the answer, of questions that were written in Telegram. */
        private final Set<Integer> questionEdited = Set.of(3, 8);
        /** After it. */
        private final Set<Integer> questionEditedLate = some(Set.of(3, 8), 1);
    }

    private final Desk desk;
    private final Random random;
    private final Chromium chromium;
    private final String run = "W" + UUID.randomUUID().toString().substring(0, 4);
    private final String savedText = "saved" + run.toLowerCase(Locale.ROOT);
    private final WalkTeam team;
    private final Draw draw;
    private int marks;

    TeamWalk(Desk desk, WalkTeam.Chat kind, Chromium chromium) {
        this.desk = desk;
        this.random = new Random(Long.getLong("walk.seed", 16));
        this.chromium = chromium;
        this.team = new WalkTeam(desk, kind, random);
        this.draw = new Draw();
    }

    private Set<Integer> some(int count) {
        return some(IntStream.range(0, CONVERSATIONS).boxed().collect(Collectors.toSet()), count);
    }

    private Set<Integer> some(Set<Integer> of, int count) {
        List<Integer> all = new ArrayList<>(of);
        Collections.sort(all);
        Collections.shuffle(all, random);
        return Set.copyOf(all.subList(0, count));
    }

    private static Set<Integer> others(Set<Integer> than) {
        return IntStream.range(0, CONVERSATIONS)
                .boxed()
                .filter(number -> !than.contains(number))
                .collect(Collectors.toSet());
    }

    void run() {
        closeWhatOthersLeft();
        long firstMessage = desk.telegram().transcript(team.chatId()).stream()
                        .mapToLong(SandboxMessage::id)
                        .max()
                        .orElse(0)
                + 1;
        int firstRequest = desk.telegram().requests().size();
        var faultsBefore = desk.telegram().faults().count();
        try (var users = new WalkUsers(desk, chromium);
                var window = chromium.window(PageVariant.USUAL)) {
            var sandbox = window.newPage();
            sandbox.navigate(desk.telegram().apiUrl().toString());
            team.saves(team.anyone(), savedText, "Hello {name}, we are looking into question {number}.");
            desk.telegram().faults().circuitBreaker(random.nextLong(), FAULTS);
            carryOn(users.all());
            keepSandbox(sandbox, "sandbox");
            keep(users.phone().page(), "phone-1");
            users.phone().openWidget();
            carryOnAgain(users.all());
            assertTrue(desk.telegram().faults().count() > faultsBefore);
            desk.telegram().faults().clear();
            settle(users.all());
            keepSandbox(sandbox, "sandbox-end");
            keep(users.phone().page(), "phone-2");
            var requests = desk.telegram().requests();
            new WalkAudit(desk, team, users.all(), requests.subList(firstRequest, requests.size()), firstMessage)
                    .check();
            checkEnd(users.all());
        } finally {
            desk.telegram().faults().clear();
        }
    }

    /** The list of open conversations has room for five. */
    private void closeWhatOthersLeft() {
        desk.database()
                .sql(
                        """
                        insert into conversations (user_id, closed_through)
                        select user_id, max(id) from support_messages group by user_id
                        on conflict (user_id) do update set closed_through = excluded.closed_through returning user_id
                        """);
    }

    private void carryOn(List<WalkUser> users) {
        mix(IntStream.range(0, users.size())
                .mapToObj(number -> conversation(number, users.get(number), true))
                .toList());
    }

    /** The second conversations: one is open at the end, some are waiting, the others closed. */
    private void carryOnAgain(List<WalkUser> users) {
        mix(IntStream.range(0, users.size())
                .mapToObj(number -> conversation(users.size() + number, users.get(number), number % 2 == 0))
                .toList());
        users.get(1).asks(mark(), "One thing more about " + lastMark() + ", please.");
    }

    /** Everybody acts in turn, in an order that the seed decides. */
    private void mix(List<Deque<Runnable>> conversations) {
        List<Deque<Runnable>> unfinished = new ArrayList<>(conversations);
        while (!unfinished.isEmpty()) {
            var one = unfinished.get(random.nextInt(unfinished.size()));
            one.remove().run();
            unfinished.removeIf(Deque::isEmpty);
        }
    }

    private Deque<Runnable> conversation(int number, WalkUser user, boolean isClosed) {
        Deque<Runnable> acts = new ArrayDeque<>();
        acts.add(() -> asks(user));
        if (draw.taken.contains(number)) {
            acts.add(() -> team.commands(team.anyone(), user, "take"));
        }
        if (draw.noted.contains(number)) {
            acts.add(() -> team.notes(team.anyone(), user, mark(), lastMark() + ": the parcel is in the depot"));
        }
        if (draw.questionEdited.contains(number)) {
            acts.add(() -> userEdits(user, "Where on earth is order %s?"));
        }
        acts.add(() -> answers(user, draw.saved.contains(number)));
        if (draw.questionEditedLate.contains(number)) {
            acts.add(() -> userEdits(user, "Never mind order %s."));
        }
        if (draw.edited.contains(number)) {
            acts.add(() -> edits(user));
        }
        if (draw.notesEdited.contains(number)) {
            acts.add(() -> editsNote(user));
        }
        if (draw.withdrawnAlone.contains(number)) {
            acts.add(() -> team.withdrawsLast(answersWrongly(user)));
        } else if (draw.withdrawn.contains(number)) {
            acts.add(() -> answersWrongly(user));
            acts.add(() -> team.withdraws(last(user)));
        }
        if (draw.followedUp.contains(number)) {
            acts.add(() -> reads(user));
            acts.add(() -> user.asks(mark(), "And what about order " + lastMark() + "?"));
            acts.add(() -> answersFollowUp(user, draw.fromList.contains(number)));
        }
        if (draw.looked.contains(number)) {
            acts.add(() -> looksBack(user));
        }
        if (draw.dropped.contains(number)) {
            acts.add(() -> team.commands(team.anyone(), user, "drop"));
        }
        acts.add(() -> reads(user));
        if (isClosed) {
            acts.add(() -> team.commands(team.anyone(), user, "close"));
            acts.add(() -> user.awaitState("closed"));
        } else {
            acts.add(() -> user.awaitState("waiting"));
        }
        return acts;
    }

    private String mark() {
        return "%s-%02d".formatted(run, ++marks);
    }

    private String lastMark() {
        return "%s-%02d".formatted(run, marks);
    }

    private void asks(WalkUser user) {
        var mark = mark();
        user.asks(mark, "Where is order " + mark + "?");
        user.awaitState("open");
    }

    private void answers(WalkUser user, boolean isSaved) {
        var mark = mark();
        if (isSaved) {
            var text = "Hello %s, we are looking into question %d.".formatted(user.name(), user.number());
            team.answersBySavedText(team.anyone(), user, savedText, text);
        } else {
            team.answers(team.anyone(), user, mark, "Order " + mark + " leaves today.");
        }
    }

    private void answersFollowUp(WalkUser user, boolean isFromList) {
        var mark = mark();
        var text = "It is in the same parcel as " + mark + ".";
        if (isFromList) {
            team.answersFromList(team.anyone(), user, mark, text);
        } else {
            team.answers(team.anyone(), user, mark, text);
        }
    }

    private WalkMessage answersWrongly(WalkUser user) {
        var mark = mark();
        var wrong = team.answers(team.anyone(), user, mark, "This is meant for somebody else: " + mark);
        if (random.nextBoolean()) {
            user.reads(wrong.text());
        }
        return wrong;
    }

    private static WalkMessage last(WalkUser user) {
        return user.said().get(user.said().size() - 1);
    }

    private void edits(WalkUser user) {
        var answer = last(user);
        team.edits(answer, "Order " + answer.mark() + " leaves tomorrow, I am sorry.");
    }

    private void editsNote(WalkUser user) {
        team.notes().stream()
                .filter(note -> note.user() == user)
                .reduce((earlier, later) -> later)
                .ifPresent(note -> note.edit(note.mark() + " is in the depot of Tver"));
    }

    private void userEdits(WalkUser user, String text) {
        var question = user.said().stream()
                .filter(message -> message.isInTelegram()
                        && message.author().chatId() == user.customer().chatId())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        question.edit(text.formatted(question.mark()));
        user.awaitAccepted(question.text());
    }

    /** The user has the last answer before them in its last version. */
    private void reads(WalkUser user) {
        user.said().stream()
                .filter(message -> !message.isWithdrawn())
                .reduce((earlier, later) -> later)
                .ifPresent(message -> user.reads(message.text()));
    }

    private void looksBack(WalkUser user) {
        var history = team.told(team.anyone(), user, "history");
        user.said().stream()
                .filter(message -> !message.isWithdrawn())
                .forEach(message -> assertTrue(history.contains(message.mark()), message + " in " + history));
        team.notes().stream()
                .filter(note -> note.user() == user)
                .forEach(note -> assertTrue(history.contains(note.mark()), note + " in " + history));
    }

    /** Nothing is on its way any more. */
    private void settle(List<WalkUser> users) {
        desk.telegram().awaitIdle(Await.PATIENCE);
        List<Long> chats = new ArrayList<>(
                users.stream().map(user -> user.customer().chatId()).toList());
        chats.add(team.chatId());
        Await.until("all has left", () -> chats.stream().allMatch(chat -> desk.database()
                .sql("select 1 from deliveries where chat_id = ? and state = 'WAITING'", chat)
                .isEmpty()));
    }

    /** Operators and users agree on who has to do something. */
    private void checkEnd(List<WalkUser> users) {
        var states = users.stream().map(WalkUser::state).toList();
        assertEquals(List.of("closed", "open", "closed", "waiting", "closed"), states);
        Participant anyone = team.anyone();
        var list = team.told(anyone, team.command("open"));
        assertTrue(list.startsWith("One user waits"), list);
        team.answersFromList(anyone, users.get(1), mark(), "That is all about " + lastMark() + ".");
        users.get(1).awaitState("waiting");
        list = team.told(anyone, team.command("open"));
        assertTrue(list.startsWith("✅ Nobody waits"), list);
    }

    /** Of a forum also a user's topic, which is open from then on. */
    private void keepSandbox(Page page, String name) {
        keep(page, name);
        var topic = page.locator(".tabs button").filter(new Locator.FilterOptions().setHasText("Dina #"));
        if (topic.count() > 0) {
            topic.last().click();
            keep(page, name + "-topic");
        }
    }

    private void keep(Page page, String name) {
        PageChecker.keepPicture(page, "walk-" + team.kind() + "-" + name, new Page.ScreenshotOptions());
    }
}
