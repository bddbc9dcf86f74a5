package org.answerline.sandbox.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The presses of buttons that wait for answerCallbackQuery; the newest are remembered. */
final class CallbackQueries {
    private static final int REMEMBERED = 10_000;

    private final Set<String> open = new HashSet<>();
    private final List<String> answers = new ArrayList<>();
    private long lastId = 4_000_000_000_000_000L;

    synchronized String open() {
        lastId++;
        open.add(String.valueOf(lastId));
        open.remove(String.valueOf(lastId - REMEMBERED));
        return String.valueOf(lastId);
    }

    /** Whether the press still waited. */
    synchronized boolean answer(String id, String text) {
        boolean isOpen = open.remove(id);
        if (isOpen) {
            answers.add(text);
        }
        return isOpen;
    }

    /** The texts of all answers so far, empty ones included. */
    synchronized List<String> answers() {
        return List.copyOf(answers);
    }
}
