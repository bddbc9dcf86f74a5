package org.answerline.sandbox.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;

/** What operators do to what they have written, and what they write to each other. */
final class Corrections {

    /** People correct what they have written lately. */
    private static final int RECENT = 20;

    /** An answer or a note. */
    private record Written(Words words, int note, long messageId, Participant author, boolean isCaption) {}

    private final Journal journal;
    private final Random random;
    private final List<Written> answers = new ArrayList<>();
    private final List<Written> notes = new ArrayList<>();

    Corrections(Journal journal, Random random) {
        this.journal = journal;
        this.random = random;
    }

    void wrote(Words words, long messageId, Participant author, boolean isCaption) {
        add(answers, new Written(words, 0, messageId, author, isCaption));
    }

    private static void add(List<Written> list, Written one) {
        list.add(one);
        if (list.size() > RECENT) {
            list.remove(0);
        }
    }

    private Optional<Written> anyOf(List<Written> list, Collection<Long> deleted) {
        list.removeIf(one -> deleted.contains(one.messageId()));
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }

    /** Edits a recent answer. */
    void editAnswer(Collection<Long> deleted) {
        anyOf(answers, deleted).ifPresent(answer -> {
            int version = journal.version(answer.words()) + 1;
            answer.author().edit(answer.messageId(), answer.words().edited(version, answer.isCaption(), random));
            journal.edited(answer.words(), version);
        });
    }

    /** Edits a recent answer into a note, which is refused: the user keeps the answer. */
    void editIntoNote(Collection<Long> deleted) {
        anyOf(answers, deleted).ifPresent(answer -> {
            int number = journal.refusedEdits.incrementAndGet();
            answer.author().edit(answer.messageId(), "//" + Words.note(1_000_000 + number));
        });
    }

    /** Withdraws a recent answer by /undo as a Reply to it. */
    void withdraw(Collection<Long> deleted) {
        anyOf(answers, deleted).ifPresent(answer -> {
            answer.author().reply(answer.messageId(), "/undo");
            withdrew(answer);
        });
    }

    /** Withdraws the answer that this operator has just written, by /undo alone. */
    void withdrawLast(OptionalLong topic, Participant author) {
        var last = answers.get(answers.size() - 1);
        (topic.isPresent() ? author.inTopic(topic.getAsLong()) : author).write("/undo");
        withdrew(last);
    }

    private void withdrew(Written answer) {
        answers.remove(answer);
        journal.withdrew(answer.words());
    }

    /** Writes a note about a question, in one of the ways there are. */
    void note(SandboxMessage question, OptionalLong topic, Participant author) {
        int number = journal.notes.incrementAndGet();
        var text = Words.note(number);
        long id =
                switch (random.nextInt(topic.isPresent() ? 5 : 3)) {
                    case 0 -> author.reply(question.id(), "//" + text);
                    case 1 -> author.reply(question.id(), "/note " + text);
                    case 2 -> author.reply(question.id(), Media.photo("// " + text));
                    case 3 -> author.inTopic(topic.getAsLong()).write("//" + text);
                    default -> author.inTopic(topic.getAsLong()).write("/note " + text);
                };
        add(notes, new Written(null, number, id, author, false));
    }

    /** Edits a note into a text that looks like an answer; it stays a note. */
    void editNote(Collection<Long> deleted) {
        anyOf(notes, deleted).ifPresent(note -> {
            note.author().edit(note.messageId(), Words.note(note.note()) + ", all the same");
            journal.editedNotes.incrementAndGet();
        });
    }
}
