package org.answerline.promises;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;

/** The operators of a walk in their chat: three in a group, one in a private chat, where there is nobody else. */
final class WalkTeam {

    /** What the operators' chat is. */
    enum Chat {
        PRIVATE,
        GROUP,
        FORUM
    }

    private final Desk desk;
    private final Chat kind;
    private final Random random;
    private final Operator reader;
    private final List<Participant> people;
    private final List<WalkMessage> notes = new ArrayList<>();
    private final Map<Long, String> expectedReactions = new LinkedHashMap<>();

    WalkTeam(Desk desk, Chat kind, Random random) {
        this.desk = desk;
        this.kind = kind;
        this.random = random;
        this.reader = new Operator(desk);
        var first = reader.hands();
        this.people = kind == Chat.PRIVATE
                ? List.of(first)
                : List.of(first, colleague(8_000_777, "Katya"), colleague(8_000_779, "Omar"));
    }

    private Participant colleague(long id, String name) {
        return desk.telegram().person(id, name, "en").in(chatId());
    }

    long chatId() {
        return reader.hands().chatId();
    }

    Chat kind() {
        return kind;
    }

    Participant anyone() {
        return people.get(random.nextInt(people.size()));
    }

    /** The notes, as their authors left them. */
    List<WalkMessage> notes() {
        return notes;
    }

    /** The reactions that may stand on each message of an operator at the end, by its message_id. */
    Map<Long, String> expectedReactions() {
        return expectedReactions;
    }

    /** The notice of the user's last message, as soon as it is there. */
    SandboxMessage notice(WalkUser user) {
        var question = lastQuestion(user);
        return reader.sees(message -> isNotice(message) && message.text().contains(question.mark()));
    }

    private static WalkMessage lastQuestion(WalkUser user) {
        return user.said().stream()
                .filter(message -> !message.isInTelegram()
                        || message.author().chatId() == user.customer().chatId())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Whether a message of the bot shows a message of a user as its own words: it stands there as a quote. */
    static boolean isNotice(SandboxMessage message) {
        return message.fromBot()
                && message.entities().getValuesAs(JsonObject.class).stream()
                        .anyMatch(entity -> entity.getString("type").contains("blockquote"));
    }

    /** The topic of the conversation; empty where the notice is in no topic. */
    OptionalLong topic(WalkUser user) {
        return topicOf(notice(user));
    }

    static OptionalLong topicOf(SandboxMessage message) {
        return message.json().getBoolean("is_topic_message", false)
                ? OptionalLong.of(
                        message.json().getJsonNumber("message_thread_id").longValue())
                : OptionalLong.empty();
    }

    /** Answers by one of the ways that this kind of chat has. */
    WalkMessage answers(Participant who, WalkUser user, String mark, String text) {
        var message = new WalkMessage(user, mark, text);
        var notice = notice(user);
        var topic = topicOf(notice);
        int dice = random.nextInt(3);
        if (dice == 0 && topic.isPresent()) {
            message.by(who, who.inTopic(topic.getAsLong()).write(text));
        } else if (dice == 1 && kind != Chat.GROUP) {
            // A bot in privacy mode does not see what members of a group write without Reply.
            message.by(who, who.write("#" + user.number() + " " + text));
        } else {
            message.by(who, who.reply(notice.id(), text));
        }
        return said(message);
    }

    /** Sends a saved text, which the desk completes. */
    WalkMessage answersBySavedText(Participant who, WalkUser user, String name, String text) {
        long typed = who.reply(notice(user).id(), command("t") + " " + name);
        return said(new WalkMessage(user, text, text).by(who, typed));
    }

    /** Answers what the list of open conversations shows. */
    WalkMessage answersFromList(Participant who, WalkUser user, String mark, String text) {
        // Nobody looks for a question before it has arrived.
        notice(user);
        long listed = who.write(command("open"));
        var entry = reader.sees(message -> message.id() > listed
                && message.fromBot()
                && !isNotice(message)
                && message.text().contains(" · " + user.name() + " · "));
        return said(new WalkMessage(user, mark, text).by(who, who.reply(entry.id(), text)));
    }

    private WalkMessage said(WalkMessage answer) {
        answer.user().said().add(answer);
        expectedReactions.put(answer.messageId(), answer.user().isLinked() ? "👌" : "✍");
        return answer;
    }

    void edits(WalkMessage answer, String text) {
        answer.edit(text);
        // It may have waited, and then arrives with the new text after the edit was confirmed.
        expectedReactions.merge(answer.messageId(), "👍", String::concat);
    }

    /** Withdraws an answer by a Reply to it. */
    void withdraws(WalkMessage answer) {
        var who = answer.author();
        confirmed(who.reply(answer.messageId(), command("undo")));
        withdrawn(answer);
    }

    /** Withdraws the answer that the operator has just written. */
    void withdrawsLast(WalkMessage answer) {
        var topic = topic(answer.user());
        var who = topic.isPresent() ? answer.author().inTopic(topic.getAsLong()) : answer.author();
        confirmed(who.write(command("undo")));
        withdrawn(answer);
    }

    /** What was withdrawn before it arrived gets no reaction. */
    private void withdrawn(WalkMessage answer) {
        answer.withdraw();
        expectedReactions.remove(answer.messageId());
    }

    void notes(Participant who, WalkUser user, String mark, String text) {
        var notice = notice(user);
        var topic = topicOf(notice);
        var note = new WalkMessage(user, mark, text);
        boolean isCommand = random.nextBoolean();
        var typed = (isCommand ? command("note") + " " : "//") + text;
        boolean isInTopic = random.nextBoolean() && topic.isPresent();
        notes.add(
                note.by(who, isInTopic ? who.inTopic(topic.getAsLong()).write(typed) : who.reply(notice.id(), typed)));
        expectedReactions.put(note.messageId(), "🙊");
    }

    /** A command about a conversation that takes no text and is confirmed by a reaction. */
    void commands(Participant who, WalkUser user, String name) {
        confirmed(who.reply(notice(user).id(), command(name)));
    }

    private void confirmed(long messageId) {
        expectedReactions.put(messageId, "👍");
    }

    /** What the desk says to a command about a conversation. */
    String told(Participant who, WalkUser user, String name) {
        return reader.toldOn(who.reply(notice(user).id(), command(name)));
    }

    /** What the desk says to a command that needs no conversation. */
    String told(Participant who, String typed) {
        return reader.toldOn(who.write(typed));
    }

    /** Saves a text of this operator for all. */
    void saves(Participant who, String name, String text) {
        reader.toldOn(who.reply(who.write(text), command("save") + " " + name));
    }

    /** As it is typed in this chat: in a group other bots may have the same command. */
    String command(String name) {
        return "/" + name + (kind == Chat.PRIVATE ? "" : "@" + desk.telegram().botUsername());
    }

    /** All messages of the chat, without those of before this one. */
    Stream<SandboxMessage> chat(long from) {
        return desk.telegram().transcript(chatId()).stream().filter(message -> message.id() >= from);
    }
}
