package org.answerline.sandbox.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What people were told, and what was broken when. */
final class Journal {

    /** What the sender of a message knows about it. */
    enum Fate {
        /** 303, 201, or a Telegram update that was taken with 200 in the end. */
        ACCEPTED,
        /** A clear no. */
        REFUSED,
        /** No answer, or a server's fault: it may be stored or not. */
        UNKNOWN
    }

    /** By which channel it came in; the order of a conversation is kept within one. */
    enum Channel {
        SITE,
        TELEGRAM
    }

    /** One message as its sender saw it. */
    record Sent(Words words, Channel channel, Fate fate) {}

    /** What was broken. */
    enum Kind {
        SERVER_KILLED,
        DATABASE_KILLED
    }

    /** A time in which something was killed or away. */
    record Mishap(Kind kind, String who, Instant from, Instant to) {

        /** Whether it shares a moment with this time. */
        boolean meets(Instant begin, Instant end) {
            return !to.isBefore(begin) && !from.isAfter(end);
        }
    }

    /** Somebody was not signed in any more, who had been at first. */
    record LostSession(int person, Instant from, Instant to) {}

    /** A node knew no such page, asked and answered at these times. */
    record NotFound(String node, Instant from, Instant to) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Map<Words, Integer> versions = new HashMap<>();
    private final Set<Words> withdrawn = new HashSet<>();
    private final List<Mishap> mishaps = new ArrayList<>();
    final List<String> left = new ArrayList<>();
    final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    final Attendance attendance = new Attendance();
    final Queue<LostSession> lostSessions = new ConcurrentLinkedQueue<>();
    final Queue<NotFound> notFound = new ConcurrentLinkedQueue<>();
    final AtomicInteger brokenStarts = new AtomicInteger();
    final AtomicInteger repeatedUpdates = new AtomicInteger();
    final AtomicInteger notes = new AtomicInteger();
    final AtomicInteger refusedEdits = new AtomicInteger();
    final AtomicInteger editedNotes = new AtomicInteger();
    final AtomicInteger deletedTopics = new AtomicInteger();

    synchronized void sent(Words words, Channel channel, Fate fate) {
        sent.add(new Sent(words, channel, fate));
    }

    /** Its sender has edited a message that was written in Telegram. */
    synchronized void edited(Words words, int version) {
        versions.put(words, version);
    }

    /** How often a message was edited. */
    synchronized int version(Words words) {
        return versions.getOrDefault(words, 0);
    }

    /** How many messages of one direction were edited. */
    synchronized long edited(boolean answers) {
        return versions.keySet().stream()
                .filter(words -> words.answer() == answers)
                .count();
    }

    /** An operator has withdrawn an answer. */
    synchronized void withdrew(Words words) {
        withdrawn.add(words);
    }

    synchronized Set<Words> withdrawn() {
        return Set.copyOf(withdrawn);
    }

    synchronized void broke(Kind kind, String who, Instant from, Instant to) {
        mishaps.add(new Mishap(kind, who, from, to));
    }

    synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    synchronized List<Mishap> mishaps() {
        return List.copyOf(mishaps);
    }

    synchronized long count(Kind kind) {
        return mishaps.stream().filter(mishap -> mishap.kind() == kind).count();
    }

    synchronized Map<Fate, Long> fates(boolean answers) {
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) {
            fates.put(
                    fate,
                    sent.stream()
                            .filter(one -> one.words().answer() == answers && one.fate() == fate)
                            .count());
        }
        return fates;
    }
}
