package org.answerline.sandbox.telegram;

import java.util.HashSet;
import java.util.Set;

/** The presses of buttons that wait for answerCallbackQuery; the newest are remembered. */
final class CallbackQueries {
    private static final int REMEMBERED = 10_000;

    private final Set<String> open = new HashSet<>();
    private long lastId = 4_000_000_000_000_000L;

    synchronized String open() {
        lastId++;
        open.add(String.valueOf(lastId));
        open.remove(String.valueOf(lastId - REMEMBERED));
        return String.valueOf(lastId);
    }

    synchronized boolean answer(String id) {
        return open.remove(id);
    }
}
