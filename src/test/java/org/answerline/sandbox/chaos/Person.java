package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxTelegram;

/** A user who asks now in the form, now through the widget, now in Telegram. */
final class Person {

    private static final long FIRST_CHAT = 10_000;

    /** People edit what they have written lately. */
    private static final int RECENT = 5;

    private final int number;
    private final Random random;
    private final Journal journal;
    private final Duration pause;
    private final Visitor visitor;
    private final Participant telegram;
    private final List<Written> written = new ArrayList<>();
    private int asked;

    /** What this person has written in Telegram lately. */
    private record Written(Words words, long messageId, boolean isCaption) {}

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
            if (!written.isEmpty() && random.nextInt(10) == 0) {
                edit(written.get(random.nextInt(written.size())));
            } else {
                ask(new Words(false, number, ++asked));
            }
        }
    }

    private void ask(Words words) {
        var text = words.text(random);
        int dice = random.nextInt(10);
        if (dice < 4) {
            journal.sent(words, Journal.Channel.SITE, visitor.askInForm(text));
        } else if (dice < 7) {
            journal.sent(words, Journal.Channel.SITE, visitor.askInJson(text));
        } else {
            boolean isCaption = random.nextInt(3) == 0;
            long id = isCaption ? telegram.send(Media.photo(words.caption())) : telegram.write(text);
            journal.sent(words, Journal.Channel.TELEGRAM, Journal.Fate.ACCEPTED);
            written.add(new Written(words, id, isCaption));
            if (written.size() > RECENT) {
                written.remove(0);
            }
        }
    }

    private void edit(Written one) {
        int version = journal.version(one.words()) + 1;
        telegram.edit(one.messageId(), one.words().edited(version, one.isCaption(), random));
        journal.edited(one.words(), version);
    }

    /** What the site shows of this person's conversation now. */
    List<Visitor.Shown> shown() {
        return visitor.shown();
    }
}
