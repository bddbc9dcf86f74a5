package org.answerline.conversation.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#12 Hello",
                "  #12   Hello  ",
                "\u200B#12 Hello",
                "#12\u00A0Hello",
                "#12\u200B Hello",
                "#12: Hello",
                "#12:Hello",
                "#12, Hello",
                "#12. Hello",
                "#12 - Hello",
                "#12 — Hello",
                "#12\nHello",
                "\uFEFF#12\u2060\u3000Hello\u200D",
            })
    void aNumberAndWords(String text) {
        assertEquals(Optional.of(new NumberedText(12, "Hello")), NumberedText.in(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#12", " #12 ", "#12\u200B", "\u2060#12\u00A0", "#12:", "#12 .", "#12\n\n"})
    void aNumberAndNothingElse(String text) {
        assertEquals(Optional.of(new NumberedText(12, "")), NumberedText.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello #12",
                "12 Hello",
                "#",
                "# 12",
                "#12a",
                "#12й",
                "#12_3",
                "#12.5 percent",
                "#12,5 %",
                "#12-14 are done",
                "#12/3",
                "#12-й",
                "#012",
                "#0",
                "#1234567890123456789",
                "##12",
                "№12",
            })
    void somethingElse(String text) {
        assertEquals(Optional.empty(), NumberedText.in(text));
    }

    @Test
    void furtherNumbersAndLineEndsBelongToTheWords() {
        assertEquals(Optional.of(new NumberedText(12, "#13 and\n\nmore")), NumberedText.in("#12 #13 and\n\nmore"));
    }
}
