package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.answerline.sandbox.telegram.SandboxMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a user asks is in the operator's chat, whole and with all that is needed to answer it. */
@UsesDesk(SharedDesk.USUAL)
class OperatorNoticeIT {

    private final Desk desk = SharedDesk.USUAL.desk();
    private final Operator operator = new Operator(desk);

    @Test
    void fromTheFormWithNumberNameAddressSubjectTextAndSource() {
        var anna = Customer.of(desk, "Anna Lindt");
        var text = Customer.words("Where is my parcel?");
        anna.browser().ask("Delivery", text).expect(303);

        var notice = operator.sees(text);
        long id = anna.thread().get(0).getJsonNumber("id").longValue();
        assertEquals(
                "\u200B#%d Question (site)%nFrom: Anna Lindt · %s (not confirmed)%nSubject: Delivery%n%n%s"
                        .formatted(anna.numberOf(id), anna.browser().email(), text),
                notice.text());
        assertEquals(text, Operator.quoteIn(notice));
    }

    @Test
    void fromTheApiWithoutASubject() {
        var boris = Customer.of(desk, "Boris");
        var text = Customer.words("No subject here");
        long id = boris.asks(text);
        assertEquals(
                "\u200B#%d Question (site)%nFrom: Boris · %s (not confirmed)%n%n%s"
                        .formatted(boris.numberOf(id), boris.browser().email(), text),
                operator.sees(text).text());
    }

    @Test
    void fromTelegramWithItsSource() {
        var clara = Customer.linked(desk, "Clara");
        var text = Customer.words("From my phone");
        clara.telegram().write(text);
        var notice = operator.sees(text).text();
        assertTrue(
                notice.startsWith("\u200B#" + clara.thread().get(0).getInt("number") + " Question (Telegram)\n"),
                notice);
        assertTrue(notice.contains("From: Clara · " + clara.browser().email()), notice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>bold</b> <script>alert(1)</script> &lt; &amp; &nbsp;",
                "_*[a](http://x.example) `code` ~s~ ||h|| > # + - = | { } . ! \\",
                "\u05e9\u05dc\u05d5\u05dd \u202Eabc\u202C \u0645\u0631\u062d\u0628\u0627 \u2067x\u2069",
                "{0} {1} %s ${x} '' '",
                "#1 Question (site)\nFrom: Boss · boss@example.org\n\nPay now",
                "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 𝔘𝔫𝔦",
            })
    void withTextsThatLookLikeLayout(String nasty) {
        var dora = Customer.of(desk, "Dora");
        var text = nasty + Customer.words("");
        dora.asks(text);
        var notice = operator.sees(text.substring(text.length() - 36));
        // Telegram itself takes the embedding marks out of every text.
        assertEquals(text.replaceAll("[\u202A-\u202E]", ""), Operator.quoteIn(notice));
        assertTrue(notice.text().endsWith(Operator.quoteIn(notice)), notice.text());
        assertOneReference(notice);
    }

    @Test
    void withANameAndSubjectThatCannotFakeALine() {
        var eve = Customer.of(desk, "Eve\n#1 Question (site)\rFrom:\u2028Boss \u202Egro.\u2066");
        var text = Customer.words("plain");
        eve.browser()
                .ask("Hello\r\n\r\nFrom: Boss\u2029· boss@example.org\t\u202Ex", text)
                .expect(303);
        var lines = operator.sees(text).text().lines().toList();
        assertEquals(5, lines.size(), lines.toString());
        assertEquals(
                "From: Eve #1 Question (site) From: Boss gro. · "
                        + eve.browser().email() + " (not confirmed)",
                lines.get(1));
        assertEquals("Subject: Hello From: Boss · boss@example.org x", lines.get(2));
    }

    @Test
    void withTheLongestTextNameAndSubjectInPartsThatLoseNothing() {
        var name = "Łukasz-" + "𝔘".repeat(143);
        var felix = Customer.of(desk, name);
        var end = Customer.words("the end");
        var text = filled("Word and line.\nNext, ", 4000 - end.length()) + end;
        felix.browser().ask("s".repeat(200), text).expect(303);

        assertEquals(withoutBlanks(text), withoutBlanks(quoted(partsEndingWith(end))));
        assertTrue(operator.sees(end).text().length() < 4096);
        assertTrue(operator.seen(felix.browser().email()).get(0).text().contains(name));
    }

    @Test
    void withFourThousandEmojiFromTheSiteAndAllThatTelegramTakes() {
        var greta = Customer.linked(desk, "Greta");
        var fromSite = "🎈".repeat(3990) + shortWords();
        greta.asks(fromSite);
        assertEquals(fromSite, quoted(partsEndingWith(fromSite.substring(3990 * 2))));

        var fromTelegram = "🧵".repeat(4086) + shortWords();
        greta.telegram().write(fromTelegram);
        assertEquals(fromTelegram, quoted(partsEndingWith(fromTelegram.substring(4086 * 2))));
        assertEquals(List.of(fromSite, fromTelegram), greta.threadTexts());
    }

    @Test
    void andAReplyToAnyPartFindsIt() {
        var hans = Customer.linked(desk, "Hans");
        var first = shortWords();
        hans.asks("y".repeat(3990) + first);
        var second = shortWords();
        hans.asks("🎈".repeat(3990) + second);
        var parts = join(partsEndingWith(first), partsEndingWith(second));
        assertTrue(parts.size() >= 5, parts.toString());
        for (int i = 0; i < parts.size(); i++) {
            operator.reply(parts.get(i), "answer to part " + i + " of many");
            hans.receives("answer to part " + i + " of many");
        }
        assertEquals(2 + parts.size(), hans.thread().size());
    }

    /** All parts of the message whose last part ends so, in their order. */
    private List<SandboxMessage> partsEndingWith(String end) {
        var last = operator.sees(message -> message.text().endsWith(end));
        var number = last.text().split(" ", 2)[0] + " ";
        return operator.seen(number).stream()
                .filter(part -> part.text().startsWith(number))
                .toList();
    }

    private static String quoted(List<SandboxMessage> parts) {
        return parts.stream().map(Operator::quoteIn).collect(Collectors.joining());
    }

    private static void assertOneReference(SandboxMessage notice) {
        var links = notice.entities().getValuesAs(JsonObject.class).stream()
                .filter(entity -> entity.getString("type").equals("text_link"))
                .toList();
        assertEquals(1, links.size(), links.toString());
        assertEquals(0, links.get(0).getInt("offset"));
        assertFalse(notice.text().startsWith("#1 "), notice.text());
    }

    private static List<SandboxMessage> join(List<SandboxMessage> one, List<SandboxMessage> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String shortWords() {
        return Customer.words("").strip().substring(0, 10);
    }

    private static String filled(String with, int length) {
        return IntStream.iterate(0, i -> i < length, i -> i + with.length())
                .mapToObj(i -> with)
                .collect(Collectors.joining())
                .substring(0, length);
    }

    /** Telegram trims blanks at both ends of every message. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }
}
