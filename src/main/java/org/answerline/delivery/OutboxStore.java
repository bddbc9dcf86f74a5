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
import org.answerline.platform.Metrics;
import org.answerline.telegram.BotSettings;

/** The courier's transactions: what it takes to carry, and what became of it. */
@ApplicationScoped
@Transactional
class OutboxStore {

    /**
     * What a carrier took.
     *
     * @param lookAgain how long it may sleep if nothing wakes it
     * @param outOfBreath whether nothing may leave before that, whatever comes in
     */
    record Taken(List<SendBatch> consignments, Duration lookAgain, boolean outOfBreath) {}

    /** Finished deliveries are history for the owner; what Reply needs is kept elsewhere, for ever. */
    private static final Duration HISTORY = Duration.ofDays(30);

    /** How soon to look again when the pace over all chats is what stops us. */
    private static final Duration OUT_OF_BREATH = Duration.ofMillis(50);

    static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private ChatQueues lanes;

    @Inject
    private PausedChats resting;

    @Inject
    private SendRateLimits pace;

    @Inject
    private NoticeBatching bundling;

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

    /** Takes up to so many lanes of the next stretch of the round, one message of each. */
    Taken take(String carrier, Set<Long> inHand, int most, ChatScan round) {
        if (!inHand.isEmpty()) {
            lanes.renew(carrier, inHand);
        }
        if (most == 0) {
            return new Taken(List.of(), LONGEST_SLEEP, true);
        }
        int allowed = lanes.allowance(pace.total(), most);
        if (allowed == 0) {
            return new Taken(List.of(), OUT_OF_BREATH, true);
        }
        Map<Long, Boolean> waiting = lanes.waiting(round.after(), ChatScan.STRETCH);
        List<Long> chatIds = waiting.isEmpty() ? List.of() : claim(carrier, inHand, allowed, waiting);
        lanes.spend(pace.total(), chatIds.size());
        List<SendBatch> consignments = chatIds.isEmpty()
                ? List.of()
                : deliveries.takeHeads(chatIds).stream().map(bundling::consign).toList();
        boolean enough = allowed == chatIds.size();
        Duration due = enough || waiting.isEmpty() ? Duration.ZERO : lanes.nextDue(waiting.keySet(), LONGEST_SLEEP);
        return new Taken(consignments, round.looked(waiting.keySet(), waiting.isEmpty() ? LONGEST_SLEEP : due), false);
    }

    private List<Long> claim(String carrier, Set<Long> inHand, int most, Map<Long, Boolean> waiting) {
        List<Long> unknown =
                waiting.keySet().stream().filter(chat -> !waiting.get(chat)).toList();
        if (!unknown.isEmpty()) {
            lanes.open(unknown);
        }
        List<Long> others =
                waiting.keySet().stream().filter(chat -> !inHand.contains(chat)).toList();
        return others.isEmpty() ? List.of() : lanes.claim(carrier, others, most);
    }

    void sent(SendBatch consignment, String carrier, List<Long> messageIds) {
        for (int i = 0; i < consignment.deliveries().size(); i++) {
            Delivery delivery = deliveries.find(consignment.ids().get(i));
            if (stillWaits(delivery)) {
                reports.fire(delivery.sent(
                        bot.botId(), messageIds, consignment.offsets().get(i), clock.instant()));
                metrics.time(
                        "answerline.delivery.latency",
                        delivery.age(clock.instant()),
                        "purpose",
                        delivery.purpose().name());
            }
        }
        takeBackIfErased(consignment, messageIds);
        alarms.lift(consignment.chatId()).ifPresent(since -> reports.fire(new DeliveryEvent.TokenAccepted(since)));
        long chat = consignment.chatId();
        resting.pauseFor(chat, lanes.leave(chat, carrier, pace.of(chat), messageIds.size()));
    }

    /** It was on its way when it was deleted here, so it must not stay there either. */
    private void takeBackIfErased(SendBatch consignment, List<Long> messageIds) {
        if (consignment.ids().stream().allMatch(id -> deliveries.find(id) == null)) {
            outbox.put(OutboxMessage.erasure(consignment.chatId(), messageIds));
        }
    }

    /** Messages of ours are deleted there, or never will be; nothing is remembered of it. */
    void erased(SendBatch erasure, String carrier, Optional<String> refusal) {
        Delivery delivery = deliveries.find(erasure.first().id());
        if (delivery != null) {
            deliveries.remove(delivery);
            refusal.ifPresent(reason -> reports.fire(new DeliveryEvent.NotErased(erasure.chatId(), reason)));
        }
        deliveries.flush();
        lanes.putBack(erasure.chatId(), carrier);
        lanes.forgetUnused(erasure.chatId());
    }

    /** Reactions do not count for the pace. */
    void reacted(SendBatch consignment, String carrier) {
        Delivery delivery = deliveries.find(consignment.first().id());
        if (stillWaits(delivery)) {
            delivery.reacted(clock.instant());
        }
        lanes.putBack(consignment.chatId(), carrier);
    }

    void gaveUp(SendBatch consignment, String carrier, String reason) {
        Delivery delivery = deliveries.find(consignment.first().id());
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
        lanes.putBack(consignment.chatId(), carrier);
    }

    /** The chat has a new id: everything that waits goes there. */
    void moved(long oldChatId, String carrier, long newChatId) {
        outbox.redirect(oldChatId, newChatId);
        lanes.putBack(oldChatId, carrier);
    }

    /** The chat is not at fault: it is taken again as soon as Telegram can be reached. */
    void putBack(long chatId, String carrier) {
        lanes.putBack(chatId, carrier);
    }

    /** No chat can be reached: a matter for the owner. */
    void tokenRefused(long chatId, String carrier, String reason) {
        alarms.raise(Alarm.ALL_CHATS, reason, Duration.ZERO);
        lanes.putBack(chatId, carrier);
    }

    void waitFor(long chatId, String carrier, Duration wait) {
        lanes.rest(chatId, carrier, wait);
        resting.pauseFor(chatId, wait);
    }

    /** Gives the lane back for a short while that is nobody's fault. */
    void pause(long chatId, String carrier, Duration wait) {
        lanes.pause(chatId, carrier, wait);
        resting.pauseFor(chatId, wait);
    }

    void backOff(long chatId, String carrier) {
        double chance = ThreadLocalRandom.current().nextDouble();
        waitFor(chatId, carrier, RetryPolicy.pause(lanes.failures(chatId) + 1, chance));
    }

    void forgetIdleLanes() {
        lanes.forgetIdle();
    }

    void forgetHistory() {
        deliveries.forgetFinishedBefore(clock.instant().minus(HISTORY));
    }

    /** Gone or ended already when a user was erased, or another carrier took over while this one hung. */
    private static boolean stillWaits(Delivery delivery) {
        return delivery != null && delivery.isWaiting();
    }
}
