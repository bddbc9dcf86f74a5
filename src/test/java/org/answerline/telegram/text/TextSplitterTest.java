package org.answerline.telegram.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSplitterTest {

    @Test
    void shortTextIsOnePiece() {
        assertEquals(List.of("short"), TextSplitter.of("short", 10, 10));
    }

    @Test
    void cutsAfterAParagraphRatherThanInIt() {
        String text = "a".repeat(60) + "\n\n" + "b b ".repeat(20);
        assertEquals("a".repeat(60) + "\n\n", TextSplitter.of(text, 100, 100).get(0));
    }

    @Test
    void cutsAfterAWordWhenThereIsNoBetterPlace() {
        List<String> pieces = TextSplitter.of("word ".repeat(50), 33, 33);
        assertTrue(pieces.stream().limit(pieces.size() - 1).allMatch(piece -> piece.endsWith("word ")));
    }

    @Test
    void neverCutsASurrogatePairNorAJoinedEmoji() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        for (String piece : TextSplitter.of(family.repeat(30), 50, 50)) {
            assertFalse(Character.isLowSurrogate(piece.charAt(0)));
            assertFalse(piece.endsWith("\u200D"));
            assertFalse(piece.startsWith("\u200D"));
        }
    }

    @Test
    void losesNothingAndKeepsTheLimitWhateverTheText() {
        Random random = new Random(7);
        String alphabet = "ab \n.\u0301\u200D\uD83D\uDE00";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(300), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            List<String> pieces = TextSplitter.of(text.toString(), 20, 40);
            assertEquals(text.toString(), String.join("", pieces));
            assertTrue(pieces.get(0).length() <= 20);
            assertTrue(pieces.stream().allMatch(piece -> piece.length() <= 40));
        }
    }
}
