package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxTelegram;

/** A user who asks now in the form, now through the widget, now in Telegram. */
final class Person {

    private static final long FIRST_CHAT = 10_000;

    private final int number;
    private final Random random;
    private final Journal journal;
    private final Duration pause;
    private final Visitor visitor;
    private final Participant telegram;
    private int asked;

    Person(int number, ChaosPlan plan, List<Node> nodes, SandboxTelegram telegram, Journal journal) {
        this.number = number;
        this.journal = journal;
        this.pause = plan.pause();
        this.random = new Random(plan.seed() * 1000 + number);
        this.visitor = new Visitor(number, nodes, new Random(plan.seed() * 2000 + number), journal);
        this.telegram = telegram.person(chatOf(number), "Person " + number, "en");
    }

    /** The private chat of a user. */
    static long chatOf(int user) {
        return FIRST_CHAT + user;
    }

    /** Opens an account and links Telegram. */
    void join() {
        telegram.pressStart(visitor.signUp());
    }

    /** Writes until interrupted. */
    void talk() {
        while (true) {
            Pause.about(pause, random);
            var words = new Words(false, number, ++asked);
            var text = words.text(random);
            int dice = random.nextInt(10);
            if (dice < 4) {
                journal.sent(words, Journal.Channel.SITE, visitor.askInForm(text));
            } else if (dice < 7) {
                journal.sent(words, Journal.Channel.SITE, visitor.askInJson(text));
            } else {
                if (random.nextInt(3) == 0) {
                    telegram.send(Media.photo(words.caption()));
                } else {
                    telegram.write(text);
                }
                journal.sent(words, Journal.Channel.TELEGRAM, Journal.Fate.ACCEPTED);
            }
        }
    }
}
