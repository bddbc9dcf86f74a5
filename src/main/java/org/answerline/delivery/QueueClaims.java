package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.answerline.delivery.message.Delivery;
import org.answerline.delivery.schedule.ChatScan;
import org.answerline.delivery.schedule.PausedChats;
import org.answerline.delivery.schedule.WokenChats;

/**
 * Finds the queues that can be claimed, and claims them, in the caller's transaction.
 *
 * <p>Mostly one statement is enough, for a chat that was woken. Only when a queue cannot be claimed is the database asked why, so that
 * it is tried again at the right time.
 */
@ApplicationScoped
class QueueClaims {

    /** The time until a queue is tried again that another worker has. */
    private static final Duration TAKEN_PAUSE = Duration.ofMillis(100);

    @Inject
    private ChatQueues chatQueues;

    @Inject
    private QueueStatements statements;

    @Inject
    private WokenChats wokenChats;

    @Inject
    private PausedChats pausedChats;

    /** Keeps the queues that this worker has. */
    void renew(String worker, Collection<Long> claimed) {
        chatQueues.renew(worker, claimed);
    }

    /** Wakes the chats of the next stretch of the scan that something waits for. */
    void search(ChatScan scan) {
        List<Long> chatIds = chatQueues.waiting(scan.after(), ChatScan.STRETCH);
        scan.advance(chatIds);
        chatIds.forEach(wokenChats::wake);
    }

    /** Claims up to so many of these queues; returns the next delivery of each. What cannot be claimed now is woken when it can be. */
    List<Delivery> claim(String worker, List<Long> chatIds, int most) {
        List<Delivery> heads = statements.claim(worker, chatIds, most);
        Set<Long> others = without(chatIds, heads);
        if (heads.size() == most || others.isEmpty()) {
            others.forEach(wokenChats::wake);
            return heads;
        }
        List<ChatQueues.Obstacle> obstacles = chatQueues.obstacles(others);
        List<Delivery> all = new ArrayList<>(heads);
        all.addAll(claimNew(worker, obstacles, most - heads.size()));
        Set<Long> claimed = all.stream().map(Delivery::chatId).collect(Collectors.toSet());
        obstacles.stream()
                .filter(obstacle -> !claimed.contains(obstacle.chatId()))
                .forEach(this::tryLater);
        return all;
    }

    /** Another worker looks itself for what waits when it releases a queue, but may miss what comes in at that moment. */
    private void tryLater(ChatQueues.Obstacle obstacle) {
        Duration wait = obstacle.delay();
        if (obstacle.isPaused()) {
            pausedChats.pauseFor(obstacle.chatId(), wait);
        }
        boolean isTaken = obstacle.isTaken() || (obstacle.exists() && wait.isZero());
        wokenChats.wakeIn(obstacle.chatId(), isTaken ? TAKEN_PAUSE : wait);
    }

    private List<Delivery> claimNew(String worker, List<ChatQueues.Obstacle> obstacles, int most) {
        List<Long> chatIds = obstacles.stream()
                .filter(obstacle -> !obstacle.exists())
                .map(ChatQueues.Obstacle::chatId)
                .toList();
        if (chatIds.isEmpty()) {
            return List.of();
        }
        chatQueues.create(chatIds);
        return statements.claim(worker, chatIds, most);
    }

    private static Set<Long> without(List<Long> chatIds, List<Delivery> heads) {
        Set<Long> others = new LinkedHashSet<>(chatIds);
        heads.forEach(head -> others.remove(head.chatId()));
        return others;
    }
}
