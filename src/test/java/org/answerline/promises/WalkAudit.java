package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.SandboxMessage;

/**
 * What everybody has to see at the end of a walk.
 *
 * <p>A message whose sending was carried out but not answered is sent again. The copy is unknown to the desk: it keeps its first text, and
 * the message that the desk knows comes after it.
 */
final class WalkAudit {

    private final Desk desk;
    private final WalkTeam team;
    private final List<WalkUser> users;
    private final List<BotRequest> requests;
    private final long firstMessage;

    WalkAudit(Desk desk, WalkTeam team, List<WalkUser> users, List<BotRequest> requests, long firstMessage) {
        this.desk = desk;
        this.team = team;
        this.users = users;
        this.requests = requests;
        this.firstMessage = firstMessage;
    }

    void check() {
        users.forEach(this::checkSite);
        users.stream().filter(WalkUser::isLinked).forEach(this::checkTelegram);
        users.forEach(this::checkNotices);
        team.notes().forEach(this::checkKept);
        checkTopics();
        checkReactions();
        checkNothingLeaked();
        assertEquals(
                List.of(),
                desk.database()
                        .sql("select reason from rejected_updates where received_at > now() - interval '10 minutes'"));
    }

    private static List<WalkMessage> standing(WalkUser user) {
        return user.said().stream().filter(message -> !message.isWithdrawn()).toList();
    }

    private static List<String> texts(List<WalkMessage> messages) {
        return messages.stream().map(WalkMessage::text).toList();
    }

    /** The API and the page show the last version of each message, in the order in which they were written. */
    private void checkSite(WalkUser user) {
        var thread = user.customer().thread();
        var expected = user.said().stream()
                .map(message -> message.isWithdrawn() ? "" : message.text())
                .toList();
        assertEquals(expected, user.customer().threadTexts(), user.name());
        for (int i = 0; i < thread.size(); i++) {
            checkState(user.said().get(i), thread.get(i));
        }
        assertEquals(texts(standing(user)), user.pageTexts(), user.name());
        long withdrawn = user.said().size() - standing(user).size();
        var page = user.customer().browser().get("/support/").html();
        assertEquals(
                withdrawn,
                page.select("article.message footer").eachText().stream()
                        .filter(footer -> footer.contains("Withdrawn"))
                        .count(),
                user.name());
        if (user instanceof WalkUsers.Phone phone) {
            assertEquals(texts(standing(user)), phone.texts().allTextContents(), "what came live");
        }
    }

    private static void checkState(WalkMessage message, JsonObject shown) {
        assertEquals(message.isWithdrawn(), shown.getString("delivery").equals("withdrawn"), shown.toString());
        assertEquals(message.isEdited() && !message.isWithdrawn(), shown.containsKey("edited_at"), shown.toString());
        boolean isFromTeam = shown.getBoolean("is_from_admin");
        String expected = isFromTeam && !message.user().isLinked() ? "held" : "delivered";
        if (!message.isWithdrawn()) {
            assertEquals(expected, shown.getString("delivery"), shown.toString());
        }
    }

    /** The user's Telegram has each answer once, in its last version, in the order in which they were written. */
    private void checkTelegram(WalkUser user) {
        long chat = user.customer().chatId();
        List<Long> places = new ArrayList<>();
        for (var answer : user.said()) {
            if (!isFromTeam(answer)) {
                continue;
            }
            var there = standingIn(chat, answer, SandboxMessage::fromBot);
            if (answer.isWithdrawn()) {
                assertEquals(List.of(), there, answer + " was withdrawn");
            } else {
                assertEquals(1, there.size(), answer + " in " + desk.telegram().transcript(chat));
                assertTrue(there.get(0).text().contains(answer.text()), answer + " as " + there);
                places.add(there.get(0).id());
            }
        }
        assertEquals(places.stream().sorted().toList(), places, user.name());
    }

    /** The operators' chat has each question once, in its last version, in the order in which they were written. */
    private void checkNotices(WalkUser user) {
        List<Long> places = new ArrayList<>();
        for (var question : user.said()) {
            if (isFromTeam(question)) {
                continue;
            }
            var there = standingIn(team.chatId(), question, WalkTeam::isNotice);
            assertEquals(1, there.size(), question + " as " + there);
            assertTrue(there.get(0).text().contains(question.text()), question + " as " + there);
            places.add(there.get(0).id());
        }
        assertEquals(places.stream().sorted().toList(), places, user.name());
    }

    private boolean isFromTeam(WalkMessage message) {
        return message.isInTelegram() && message.author().chatId() == team.chatId();
    }

    /** The messages with this mark that are not deleted, without the copies that nobody could avoid. */
    private List<SandboxMessage> standingIn(long chat, WalkMessage message, Predicate<SandboxMessage> kind) {
        var all = desk.telegram().transcript(chat).stream()
                .filter(one -> kind.test(one) && one.text().contains(message.mark()))
                .toList();
        long copies = requests.stream()
                .filter(request -> request.chatId() == chat
                        && request.carriedOut()
                        && request.method().startsWith("send")
                        && request.outcome().startsWith("fault")
                        && isSame(chat, request)
                        && request.parameters().toString().contains(message.mark()))
                .count();
        return all.stream()
                .skip(Math.min(copies, all.size()))
                .filter(one -> !one.deleted())
                .toList();
    }

    /** Cards and lists of the operators' chat repeat what was said; a notice has it as a quote. */
    private boolean isSame(long chat, BotRequest request) {
        return chat != team.chatId() || request.parameters().toString().contains("blockquote");
    }

    private void checkKept(WalkMessage note) {
        var kept =
                desk.database().sql("select text from conversation_notes where position(? in text) > 0", note.mark());
        assertEquals(1, kept.size(), note + " is kept as " + kept);
        assertEquals(note.text(), kept.get(0).get("text"));
    }

    /** In a topic is nothing of another user. */
    private void checkTopics() {
        if (team.kind() != WalkTeam.Chat.FORUM) {
            return;
        }
        var topics = desk.telegram().adminGroup().topics();
        for (var user : users) {
            var topic = topics.entrySet().stream()
                    .filter(entry -> entry.getKey().matches(user.name() + " #\\d+"))
                    .map(Map.Entry::getValue)
                    .max(Long::compareTo);
            var thread = topic.orElseThrow(() -> new AssertionError(user.name() + " has no topic"));
            team.chat(firstMessage)
                    .filter(message -> WalkTeam.topicOf(message).orElse(0) == thread)
                    .forEach(message -> users.stream()
                            .filter(other -> other != user)
                            .flatMap(other -> other.said().stream())
                            .forEach(foreign -> assertFalse(
                                    message.text().contains(foreign.mark()),
                                    () -> foreign + " is in the topic of " + user.name())));
        }
    }

    /** Each act of an operator has its reaction, unless Telegram failed while it was set: that is tried once. */
    private void checkReactions() {
        var chat = team.chat(firstMessage).toList();
        team.expectedReactions().forEach((id, expected) -> {
            var message =
                    chat.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
            boolean isMissing = message.reaction().isEmpty() && wasSpoilt(id);
            assertTrue(
                    isMissing || !message.reaction().isEmpty() && expected.contains(message.reaction()),
                    () -> "%s has the reaction “%s” instead of “%s”".formatted(message, message.reaction(), expected));
        });
    }

    private boolean wasSpoilt(long messageId) {
        return requests.stream()
                .anyMatch(request -> request.method().equals("setMessageReaction")
                        && request.chatId() == team.chatId()
                        && request.outcome().startsWith("fault")
                        && request.parameters().getOrDefault("message_id", "").equals("" + messageId));
    }

    /** No note is in anything that a user can read. */
    private void checkNothingLeaked() {
        for (var note : team.notes()) {
            requests.stream()
                    .filter(request -> request.chatId() != team.chatId())
                    .forEach(request -> assertFalse(
                            request.parameters().toString().contains(note.mark()), () -> note + " in " + request));
            for (var user : users) {
                var browser = user.customer().browser();
                for (var path : List.of("/support/", "/api/feedback/threads/", "/account/data/export/")) {
                    assertFalse(
                            browser.get(path).expect(200).body().contains(note.mark()),
                            () -> note + " in " + path + " of " + user.name());
                }
            }
        }
    }
}
