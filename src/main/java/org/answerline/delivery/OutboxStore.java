package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.answerline.platform.observability.Metrics;
import org.answerline.telegram.BotSettings;

/** The dispatcher's transactions: what it takes to carry, and what became of it. */
@ApplicationScoped
@Transactional
class OutboxStore {

    /**
     * What a worker took.
     *
     * @param lookAgain how long it may sleep if nothing wakes it
     * @param outOfBreath whether nothing may leave before that, whatever comes in
     */
    record Taken(List<SendBatch> batches, Duration lookAgain, boolean outOfBreath) {}

    /** Finished deliveries are history for the owner; what Reply needs is kept elsewhere, for ever. */
    private static final Duration HISTORY = Duration.ofDays(30);

    /** How soon to look again when the pace over all chats is what stops us. */
    private static final Duration OUT_OF_BREATH = Duration.ofMillis(50);

    static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private ChatQueues chatQueues;

    @Inject
    private PausedChats resting;

    @Inject
    private SendRateLimits rateLimits;

    @Inject
    private NoticeBatching noticeBatching;

    @Inject
    private Alarms alarms;

    @Inject
    private BotSettings bot;

    @Inject
    private Outbox outbox;

    @Inject
    private Event<DeliveryEvent> reports;

    @Inject
    private Metrics metrics;

    @Inject
    private Clock clock;

    /** Takes up to so many queues of the next stretch of the round, one message of each. */
    Taken take(String worker, Set<Long> inHand, int most, ChatScan round) {
        if (!inHand.isEmpty()) {
            chatQueues.renew(worker, inHand);
        }
        if (most == 0) {
            return new Taken(List.of(), LONGEST_SLEEP, true);
        }
        int allowed = chatQueues.allowance(rateLimits.total(), most);
        if (allowed == 0) {
            return new Taken(List.of(), OUT_OF_BREATH, true);
        }
        Map<Long, Boolean> waiting = chatQueues.waiting(round.after(), ChatScan.STRETCH);
        List<Long> chatIds = waiting.isEmpty() ? List.of() : claim(worker, inHand, allowed, waiting);
        chatQueues.spend(rateLimits.total(), chatIds.size());
        List<SendBatch> batches = chatIds.isEmpty()
                ? List.of()
                : deliveries.takeHeads(chatIds).stream()
                        .map(noticeBatching::consign)
                        .toList();
        boolean enough = allowed == chatIds.size();
        Duration due =
                enough || waiting.isEmpty() ? Duration.ZERO : chatQueues.nextDue(waiting.keySet(), LONGEST_SLEEP);
        return new Taken(batches, round.looked(waiting.keySet(), waiting.isEmpty() ? LONGEST_SLEEP : due), false);
    }

    private List<Long> claim(String worker, Set<Long> inHand, int most, Map<Long, Boolean> waiting) {
        List<Long> unknown =
                waiting.keySet().stream().filter(chat -> !waiting.get(chat)).toList();
        if (!unknown.isEmpty()) {
            chatQueues.open(unknown);
        }
        List<Long> others =
                waiting.keySet().stream().filter(chat -> !inHand.contains(chat)).toList();
        return others.isEmpty() ? List.of() : chatQueues.claim(worker, others, most);
    }

    void sent(SendBatch batch, String worker, List<Long> messageIds) {
        for (int i = 0; i < batch.deliveries().size(); i++) {
            Delivery delivery = deliveries.find(batch.ids().get(i));
            if (stillWaits(delivery)) {
                reports.fire(
                        delivery.sent(bot.botId(), messageIds, batch.offsets().get(i), clock.instant()));
                metrics.time(
                        "answerline.delivery.latency",
                        delivery.age(clock.instant()),
                        "purpose",
                        delivery.purpose().name());
            }
        }
        takeBackIfErased(batch, messageIds);
        alarms.lift(batch.chatId()).ifPresent(since -> reports.fire(new DeliveryEvent.TokenAccepted(since)));
        long chat = batch.chatId();
        resting.pauseFor(chat, chatQueues.leave(chat, worker, rateLimits.of(chat), messageIds.size()));
    }

    /** It was on its way when it was deleted here, so it must not stay there either. */
    private void takeBackIfErased(SendBatch batch, List<Long> messageIds) {
        if (batch.ids().stream().allMatch(id -> deliveries.find(id) == null)) {
            outbox.put(OutboxMessage.erasure(batch.chatId(), messageIds));
        }
    }

    /** Messages of ours are deleted there, or never will be; nothing is remembered of it. */
    void erased(SendBatch erasure, String worker, Optional<String> refusal) {
        Delivery delivery = deliveries.find(erasure.first().id());
        if (delivery != null) {
            deliveries.remove(delivery);
            refusal.ifPresent(reason -> reports.fire(new DeliveryEvent.NotErased(erasure.chatId(), reason)));
        }
        deliveries.flush();
        chatQueues.putBack(erasure.chatId(), worker);
        chatQueues.forgetUnused(erasure.chatId());
    }

    /** Reactions do not count for the pace. */
    void reacted(SendBatch batch, String worker) {
        Delivery delivery = deliveries.find(batch.first().id());
        if (stillWaits(delivery)) {
            delivery.reacted(clock.instant());
        }
        chatQueues.putBack(batch.chatId(), worker);
    }

    void gaveUp(SendBatch batch, String worker, String reason) {
        Delivery delivery = deliveries.find(batch.first().id());
        if (stillWaits(delivery)) {
            DeliveryEvent report = delivery.gaveUp(reason, clock.instant());
            metrics.count(
                    "answerline.deliveries.given.up",
                    "purpose",
                    delivery.purpose().name());
            if (delivery.supportMessageId() != null) {
                deliveries.waitingParts(delivery).forEach(part -> part.gaveUp(reason, clock.instant()));
            }
            reports.fire(report);
        }
        chatQueues.putBack(batch.chatId(), worker);
    }

    /** The chat has a new id: everything that waits goes there. */
    void moved(long oldChatId, String worker, long newChatId) {
        outbox.redirect(oldChatId, newChatId);
        chatQueues.putBack(oldChatId, worker);
    }

    /** The chat is not at fault: it is taken again as soon as Telegram can be reached. */
    void putBack(long chatId, String worker) {
        chatQueues.putBack(chatId, worker);
    }

    /** No chat can be reached: a matter for the owner. */
    void tokenRefused(long chatId, String worker, String reason) {
        alarms.raise(Alarm.ALL_CHATS, reason, Duration.ZERO);
        chatQueues.putBack(chatId, worker);
    }

    void waitFor(long chatId, String worker, Duration wait) {
        chatQueues.rest(chatId, worker, wait);
        resting.pauseFor(chatId, wait);
    }

    /** Gives the queue back for a short while that is nobody's fault. */
    void pause(long chatId, String worker, Duration wait) {
        chatQueues.pause(chatId, worker, wait);
        resting.pauseFor(chatId, wait);
    }

    void backOff(long chatId, String worker) {
        double chance = ThreadLocalRandom.current().nextDouble();
        waitFor(chatId, worker, RetryPolicy.pause(chatQueues.failures(chatId) + 1, chance));
    }

    void forgetIdleLanes() {
        chatQueues.forgetIdle();
    }

    void forgetHistory() {
        deliveries.forgetFinishedBefore(clock.instant().minus(HISTORY));
    }

    /** Gone or ended already when a user was erased, or another worker took over while this one hung. */
    private static boolean stillWaits(Delivery delivery) {
        return delivery != null && delivery.isWaiting();
    }
}
