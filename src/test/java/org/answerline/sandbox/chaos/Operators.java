package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.answerline.sandbox.telegram.Media;
import org.answerline.sandbox.telegram.Participant;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.answerline.sandbox.telegram.SandboxTelegram;

/**
 * The operators of a run: they answer every question that they can see, a copy of one too, and every now and then edit or withdraw an
 * answer, write a note, or delete a topic.
 */
final class Operators {

    /** What the bot writes besides questions repeats texts of messages: in a topic that replaces a deleted one, and after an edit. */
    private static final String RECAP = "This topic is new, because the earlier one was deleted";

    private static final String EDITED = ": the user has changed the text";

    private final ChaosPlan plan;
    private final SandboxTelegram telegram;
    private final Journal journal;
    private final Random random;
    private final List<Participant> colleagues;
    private final Corrections corrections;
    private final Map<Integer, Integer> answers = new HashMap<>();
    private int read;

    Operators(ChaosPlan plan, SandboxTelegram telegram, Journal journal) {
        this.plan = plan;
        this.telegram = telegram;
        this.journal = journal;
        this.random = new Random(plan.seed());
        var first = telegram.operator();
        this.colleagues = plan.isForum()
                ? List.of(first, telegram.person(501, "Omar", "en").in(plan.operatorsChat()))
                : List.of(first);
        this.corrections = new Corrections(journal, random);
    }

    /** Whether a message of the bot repeats what was said before. */
    static boolean isRecap(String text) {
        return text.contains(RECAP);
    }

    /** Whether a message of the bot tells the new text of an earlier message. */
    static boolean isEdited(String text) {
        return text.contains(EDITED);
    }

    /** Works until interrupted. */
    void work() {
        while (true) {
            var chat = telegram.transcript(plan.operatorsChat());
            for (; read < chat.size(); read++) {
                look(chat.get(read).id());
            }
            Pause.of(Duration.ofMillis(300));
        }
    }

    /** A message that was deleted with its topic meanwhile cannot be answered. */
    private void look(long messageId) {
        telegram.transcript(plan.operatorsChat()).stream()
                .filter(message -> message.id() == messageId && message.fromBot() && !message.deleted())
                .filter(message -> !isRecap(message.text()) && !isEdited(message.text()))
                .forEach(message -> Words.in(message.text())
                        .filter(words -> !words.answer())
                        .ifPresent(asked -> attendTo(message, asked)));
    }

    private void attendTo(SandboxMessage question, Words asked) {
        var author = colleagues.get(random.nextInt(colleagues.size()));
        var topic = topicOf(question);
        if (random.nextInt(10) == 0) {
            corrections.note(question, topic, author);
        }
        answer(question, topic, author, new Words(true, asked.user(), answers.merge(asked.user(), 1, Integer::sum)));
        int dice = random.nextInt(100);
        if (dice < 12) {
            corrections.editAnswer(deletedOnes());
        } else if (dice < 16) {
            corrections.editIntoNote(deletedOnes());
        } else if (dice < 22) {
            corrections.withdraw(deletedOnes());
        } else if (dice < 25) {
            corrections.withdrawLast(topic, author);
        } else if (dice < 28) {
            corrections.editNote(deletedOnes());
        } else if (dice == 28 && topic.isPresent()) {
            telegram.adminGroup().deleteTopic(topic.getAsLong());
            journal.deletedTopics.incrementAndGet();
        }
    }

    private void answer(SandboxMessage question, OptionalLong topic, Participant author, Words words) {
        boolean isCaption = random.nextInt(5) == 0;
        boolean isWithoutReply = topic.isPresent() && random.nextBoolean();
        var text = isCaption ? words.caption() : words.text(random);
        long id;
        if (isWithoutReply) {
            var there = author.inTopic(topic.getAsLong());
            id = isCaption ? there.send(Media.photo(text)) : there.write(text);
        } else {
            id = isCaption ? author.reply(question.id(), Media.photo(text)) : author.reply(question.id(), text);
        }
        journal.sent(words, Journal.Channel.TELEGRAM, Journal.Fate.ACCEPTED);
        corrections.wrote(words, id, author, isCaption);
    }

    /** Nobody can edit or reply to what was deleted with its topic. */
    private List<Long> deletedOnes() {
        return telegram.transcript(plan.operatorsChat()).stream()
                .filter(SandboxMessage::deleted)
                .map(SandboxMessage::id)
                .toList();
    }

    /** The user's topic in which a message stands. Those of the desk's own (two, when a creation was not answered) belong to nobody. */
    private OptionalLong topicOf(SandboxMessage message) {
        if (!plan.isForum() || !message.json().getBoolean("is_topic_message", false)) {
            return OptionalLong.empty();
        }
        long topic = message.json().getJsonNumber("message_thread_id").longValue();
        return telegram.adminGroup().topicName(topic).equals("Answerline")
                ? OptionalLong.empty()
                : OptionalLong.of(topic);
    }
}
