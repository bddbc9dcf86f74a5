package org.answerline.sandbox.chaos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.SandboxMessage;

/**
 * Compares what people were told, what is stored, and what stands in the chats.
 *
 * <p>A message must be stored if its sender was told so, at most once in any case; what is stored must stand in the chat of the other
 * side, after everything its sender wrote before through the same channel.
 */
final class Audit {

    private final ChaosPlan plan;
    private final Journal journal;
    private final List<BotRequest> requests;
    private final Copies copies;
    private final Map<Words, Integer> stored = new HashMap<>();
    private final Map<Words, List<SandboxMessage>> arrived = new LinkedHashMap<>();

    final List<String> lost = new ArrayList<>();
    final List<Words> unstored = new ArrayList<>();
    final List<String> doubled = new ArrayList<>();
    final List<String> outOfOrder = new ArrayList<>();
    final List<String> strange = new ArrayList<>();
    final List<String> falselyDelivered = new ArrayList<>();
    final Map<Copies.Cause, Integer> unavoidable = new EnumMap<>(Copies.Cause.class);
    CorrectionAudit corrections;
    int unfinished;

    Audit(
            ChaosPlan plan,
            Journal journal,
            List<String> texts,
            List<List<SandboxMessage>> chats,
            List<BotRequest> requests) {
        this.plan = plan;
        this.journal = journal;
        this.requests = requests;
        this.copies = new Copies(journal.mishaps());
        texts.forEach(text -> Words.in(text).ifPresent(words -> stored.merge(words, 1, Integer::sum)));
        chats.forEach(chat -> chat.stream()
                .filter(message -> message.fromBot() && isItself(message.text()))
                .forEach(message -> Words.in(message.text())
                        .ifPresent(words -> arrived.computeIfAbsent(words, w -> new ArrayList<>())
                                .add(message))));
    }

    /** Whether a text is that of a message and no repetition for other reasons. */
    private static boolean isItself(String text) {
        return !Operators.isRecap(text) && !Operators.isEdited(text);
    }

    Audit made() {
        var sent = journal.sent();
        sent.forEach(this::checkStored);
        Set<Words> known = new HashSet<>();
        sent.forEach(one -> known.add(one.words()));
        stored.forEach((words, times) -> {
            if (times > 1) {
                doubled.add(words + " is stored " + times + " times");
            }
            if (!known.contains(words)) {
                // The run ended before its sender learnt what became of it.
                unfinished++;
            }
            checkArrived(words);
        });
        arrived.keySet().stream()
                .filter(words -> !stored.containsKey(words))
                .forEach(words -> strange.add(words + " arrived but is not stored"));
        checkOrder(sent);
        checkNodes();
        return this;
    }

    int stored() {
        return stored.values().stream().mapToInt(Integer::intValue).sum();
    }

    int arrived() {
        return arrived.values().stream().mapToInt(List::size).sum();
    }

    boolean holds() {
        return lost.isEmpty()
                && doubled.isEmpty()
                && outOfOrder.isEmpty()
                && strange.isEmpty()
                && falselyDelivered.isEmpty()
                && corrections.holds();
    }

    /** These texts are called delivered: they must stand in a chat. */
    void checkDelivered(List<String> texts) {
        texts.stream()
                .flatMap(text -> Words.in(text).stream())
                .filter(words -> !arrived.containsKey(words))
                .forEach(words -> falselyDelivered.add(words + " is called delivered but stands in no chat"));
    }

    private void checkStored(Journal.Sent sent) {
        boolean there = stored.containsKey(sent.words());
        if (sent.fate() == Journal.Fate.ACCEPTED && !there) {
            lost.add(sent.words() + " was accepted by " + sent.channel() + " but is not stored");
            unstored.add(sent.words());
        } else if (sent.fate() == Journal.Fate.REFUSED && there) {
            strange.add(sent.words() + " was refused but is stored");
        }
    }

    private void checkArrived(Words words) {
        var there = arrived.getOrDefault(words, List.of());
        if (there.isEmpty() && !corrections.isWithdrawn(words)) {
            lost.add(words + " is stored but never arrived");
        }
        long chat = words.answer() ? Person.chatOf(words.user()) : plan.operatorsChat();
        there.stream()
                .filter(copy -> copy.chatId() != chat)
                .forEach(copy -> strange.add(words + " arrived in chat " + copy.chatId()));
        if (there.size() > 1) {
            checkCopies(words);
        }
    }

    /** Every attempt but the last that was carried out must have had a reason to be repeated. */
    private void checkCopies(Words words) {
        var done = requests.stream()
                .filter(request -> request.carriedOut() && request.method().startsWith("send"))
                .filter(request -> isItself(textOf(request)))
                .filter(request ->
                        Words.in(textOf(request)).filter(words::equals).isPresent())
                .toList();
        for (var attempt : done.subList(0, done.size() - 1)) {
            copies.cause(attempt)
                    .ifPresentOrElse(
                            cause -> unavoidable.merge(cause, 1, Integer::sum),
                            () -> doubled.add(words + " was sent again although its attempt at " + attempt.at() + " by "
                                    + attempt.sender() + " was answered at " + attempt.answered() + " ("
                                    + attempt.outcome() + ")"));
        }
    }

    private static String textOf(BotRequest request) {
        return request.parameters().getOrDefault("text", "")
                + request.parameters().getOrDefault("caption", "");
    }

    /** A session lives as long as one node does; a page is missing only on a node whose application is not up. */
    private void checkNodes() {
        var nodes = journal.attendance;
        journal.lostSessions.stream()
                .filter(lost -> !nodes.wereAllAway(lost.from(), lost.to()))
                .forEach(lost -> strange.add(lost + " though a node lived"));
        journal.notFound.stream()
                .filter(missing -> !nodes.wasAway(missing.node(), missing.from(), missing.to()))
                .forEach(missing -> strange.add(missing + " though it served"));
    }

    /** The first copies, in the order in which they stand in the chats. */
    private void checkOrder(List<Journal.Sent> sent) {
        Map<Words, Journal.Channel> channels = new HashMap<>();
        sent.forEach(one -> channels.put(one.words(), one.channel()));
        Map<String, Words> last = new HashMap<>();
        for (var words : arrived.keySet()) {
            if (channels.containsKey(words)) {
                var before = last.put(words.answer() + "/" + words.user() + "/" + channels.get(words), words);
                if (before != null && before.number() > words.number()) {
                    outOfOrder.add(words + " stands after " + before);
                }
            }
        }
    }
}
