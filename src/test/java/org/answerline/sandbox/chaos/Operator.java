package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.answerline.sandbox.telegram.SandboxTelegram;

/** Answers every question by Reply, a copy of one too. */
final class Operator {

    static final long CHAT = 500;

    private final SandboxTelegram telegram;
    private final Journal journal;
    private final Random random;
    private final Map<Integer, Integer> answers = new HashMap<>();
    private int read;

    Operator(SandboxTelegram telegram, Journal journal, long seed) {
        this.telegram = telegram;
        this.journal = journal;
        this.random = new Random(seed);
    }

    /** Answers until interrupted. */
    void work() {
        while (true) {
            var chat = telegram.transcript(CHAT);
            for (; read < chat.size(); read++) {
                answer(chat.get(read));
            }
            Pause.of(Duration.ofMillis(300));
        }
    }

    private void answer(SandboxMessage message) {
        if (!message.fromBot()) {
            return;
        }
        Words.in(message.text()).filter(words -> !words.answer()).ifPresent(asked -> {
            var words = new Words(true, asked.user(), answers.merge(asked.user(), 1, Integer::sum));
            if (random.nextInt(5) == 0) {
                telegram.operator().reply(message.id(), Media.photo(words.caption()));
            } else {
                telegram.operator().reply(message.id(), words.text(random));
            }
            journal.sent(words, Journal.Channel.TELEGRAM, Journal.Fate.ACCEPTED);
        });
    }
}
