package org.answerline.sandbox.telegram;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Telegram's limits: about one message a second a chat with short bursts, 20 a minute a group, 30 a second in all. */
final class Limits {
    private static final class Bucket {
        private final double capacity;
        private final double perSecond;
        private double tokens;
        private long filledAt = System.nanoTime();

        Bucket(double capacity, double perSecond) {
            this.capacity = capacity;
            this.perSecond = perSecond;
            this.tokens = capacity;
        }

        /** Seconds to wait, 0 if the message may go. */
        synchronized int take() {
            long now = System.nanoTime();
            tokens = Math.min(capacity, tokens + (now - filledAt) / 1e9 * perSecond);
            filledAt = now;
            if (tokens >= 1) {
                tokens--;
                return 0;
            }
            return (int) Math.ceil((1 - tokens) / perSecond);
        }
    }

    private final boolean on;
    private final Bucket total = new Bucket(30, 30);
    private final Map<Long, Bucket> chats = new ConcurrentHashMap<>();

    Limits(boolean on) {
        this.on = on;
    }

    void check(Chat chat) throws Refusal {
        if (!on) {
            return;
        }
        int wait = chats.computeIfAbsent(chat.id(), id -> bucket(chat.kind())).take();
        wait = wait == 0 ? total.take() : wait;
        if (wait > 0) {
            throw Refusal.tooManyRequests(wait);
        }
    }

    private static Bucket bucket(ChatKind kind) {
        return kind == ChatKind.PRIVATE ? new Bucket(5, 1) : new Bucket(20, 20 / 60.0);
    }
}
