package org.answerline.sandbox.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerline.sandbox.telegram.BotRequest;
import org.answerline.sandbox.telegram.SandboxMessage;

/**
 * Checks that the last edit of each message is what the other side and the site show, that withdrawn answers are gone, and that
 * no note has reached a user.
 *
 * <p>A copy whose attempt was not answered is unknown to the desk and keeps its text; the message that the desk knows comes after it.
 */
final class CorrectionAudit {

    private static final String WITHDRAWN = "WITHDRAWN";

    private final ChaosPlan plan;
    private final Journal journal;
    private final Map<Words, String> deliveries = new HashMap<>();
    private final Map<Words, List<SandboxMessage>> chats = new HashMap<>();
    private final Map<Integer, Integer> keptNotes = new HashMap<>();
    private final Set<Words> onTheSite = new HashSet<>();

    final List<String> outdated = new ArrayList<>();
    final List<String> notWithdrawn = new ArrayList<>();
    final List<String> leakedNotes = new ArrayList<>();
    final List<String> lostNotes = new ArrayList<>();

    CorrectionAudit(ChaosPlan plan, Journal journal) {
        this.plan = plan;
        this.journal = journal;
    }

    /** A message in the database. */
    void stored(String text, String delivery) {
        checkNote(text, "is stored as a message");
        Words.in(text).ifPresent(words -> {
            deliveries.put(words, delivery);
            checkVersion(words, text, "is stored");
        });
    }

    /** A note in the database. */
    void kept(String text) {
        Words.noteIn(text).ifPresent(number -> keptNotes.merge(number, 1, Integer::sum));
    }

    /** A message in a chat. */
    void stands(SandboxMessage message) {
        if (message.chatId() != plan.operatorsChat()) {
            checkNote(message.text(), "stands in chat " + message.chatId());
        }
        if (message.fromBot() && !Operators.isRecap(message.text())) {
            Words.in(message.text()).ifPresent(words -> chats.computeIfAbsent(words, w -> new ArrayList<>())
                    .add(message));
        }
    }

    /** A call of the Bot API. */
    void called(BotRequest request) {
        if (request.chatId() != plan.operatorsChat()) {
            checkNote(
                    request.parameters().toString(),
                    "was in a call of " + request.method() + " for " + request.chatId());
        }
    }

    /** A message or a page on the site. */
    void onTheSite(Visitor.Shown shown) {
        checkNote(shown.text(), "is shown on the site");
        if (!shown.delivery().equals("page")) {
            Words.in(shown.text()).ifPresent(words -> {
                onTheSite.add(words);
                checkVersion(words, shown.text(), "is shown on the site");
            });
        }
    }

    private void checkNote(String text, String where) {
        Words.noteIn(text).ifPresent(number -> leakedNotes.add("note-" + number + " " + where));
    }

    private void checkVersion(Words words, String text, String where) {
        int wanted = journal.version(words);
        if (Words.version(text) != wanted && !journal.withdrawn().contains(words)) {
            outdated.add("%s %s as version %d, the last is %d".formatted(words, where, Words.version(text), wanted));
        }
    }

    CorrectionAudit made() {
        deliveries.forEach((words, delivery) -> {
            boolean isWithdrawn = journal.withdrawn().contains(words);
            if (isWithdrawn != delivery.equals(WITHDRAWN)) {
                notWithdrawn.add(words + " is " + delivery);
            }
            if (isWithdrawn == onTheSite.contains(words)) {
                (isWithdrawn ? notWithdrawn : outdated)
                        .add(words + (isWithdrawn ? " is still shown" : " is not shown") + " on the site");
            }
            checkChat(words, chats.getOrDefault(words, List.of()), isWithdrawn);
        });
        for (int number = 1; number <= journal.notes.get(); number++) {
            int times = keptNotes.getOrDefault(number, 0);
            if (times != 1) {
                lostNotes.add("note-" + number + " is kept " + times + " times");
            }
        }
        return this;
    }

    private void checkChat(Words words, List<SandboxMessage> there, boolean isWithdrawn) {
        if (there.isEmpty()) {
            return;
        }
        if (isWithdrawn) {
            if (!there.get(there.size() - 1).deleted()) {
                notWithdrawn.add(words + " still stands in the chat: " + there);
            }
            return;
        }
        int wanted = journal.version(words);
        int last = there.size() - 1;
        while (last >= 0 && Words.version(there.get(last).text()) != wanted) {
            if (!there.get(last).deleted()) {
                outdated.add("%s stands in its chat without version %d: %s".formatted(words, wanted, there));
                return;
            }
            last--;
        }
        if (last < 0) {
            outdated.add("%s never came as version %d: %s".formatted(words, wanted, there));
        }
    }

    boolean isWithdrawn(Words words) {
        return WITHDRAWN.equals(deliveries.get(words));
    }

    boolean holds() {
        return outdated.isEmpty() && notWithdrawn.isEmpty() && leakedNotes.isEmpty() && lostNotes.isEmpty();
    }
}
