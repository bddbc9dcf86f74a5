package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer for a user without Telegram is kept, shown on the site, and sent as soon as there is a Telegram. */
class HeldAnswerIT {

    private final Desk desk = Desk.shared();
    private final Operator operator = new Operator(desk);

    @Test
    void isStoredShownAndTheOperatorIsTold() {
        var anna = Customer.of(desk, "Anna");
        var question = Customer.words("No Telegram here");
        anna.asks(question);
        long reply = operator.reply(operator.sees(question), "Read me on the site");
        assertTrue(operator.toldOn(reply).contains("has not linked Telegram yet"), operator.toldOn(reply));
        assertEquals(List.of(question, "Read me on the site"), anna.threadTexts());
        assertTrue(anna.browser().get("/support/").html().text().contains("Read me on the site"));
    }

    @Test
    void isSentAtLinkingInOrderAndOnce() {
        var boris = Customer.of(desk, "Boris");
        var question = Customer.words("Three answers please");
        boris.asks(question);
        var notice = operator.sees(question);
        for (int i = 1; i <= 3; i++) {
            operator.toldOn(operator.reply(notice, "Held answer " + i));
        }
        boris.link();
        boris.receives("Held answer 3");
        operator.reply(notice, "Answer 4, at once");
        boris.receives("Answer 4");
        assertEquals(
                List.of("✅ Done", "Held answer 1", "Held answer 2", "Held answer 3", "Answer 4, at once"),
                boris.received().stream()
                        .map(text -> text.startsWith("✅ Done") ? "✅ Done" : text.substring(text.indexOf("\n\n") + 2))
                        .toList());
    }

    @Test
    void isNotSentToAChatThatWasUnlinked() {
        var clara = Customer.linked(desk, "Clara");
        var question = Customer.words("Linked and unlinked");
        clara.asks(question);
        clara.browser().submit("/account/telegram/unlink/", Map.of()).expect(303);
        long reply = operator.reply(operator.sees(question), "After unlinking");
        assertTrue(operator.toldOn(reply).contains("has not linked Telegram"), operator.toldOn(reply));
        clara.link();
        clara.receives("After unlinking");
        var done = clara.received();
        assertEquals(
                done.size() - 1, done.indexOf(clara.receives("After unlinking").text()));
    }
}
