package org.answerline.conversation.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name of a topic reaches Telegram as it is: it finds the topic again. */
class UserTopicNameTest {

    @ParameterizedTest
    @CsvSource({
        "Anna Smith, Anna Smith #12",
        "'  Anna\u00a0\tSmith\n', Anna Smith #12",
        "'Anna\u202Ehtims\u2066\u200F', Annahtims #12",
        "'A\u0333n\u030Aa', Ana #12",
        "'', #12",
        "'\u202E', #12"
    })
    void itIsTheNameWithoutDirectionMarksAndTheNumber(String fullName, String name) {
        assertEquals(name, UserTopicName.name(fullName, 12));
    }

    @Test
    void itIsCutAt128CharactersBeforeTheNumber() {
        String name = UserTopicName.name("x".repeat(300), 1_234_567);
        assertEquals(128, name.length());
        assertTrue(name.endsWith("x #1234567"), name);
        String emoji = UserTopicName.name("😀".repeat(300), 7);
        assertEquals(128, emoji.codePointCount(0, emoji.length()));
        assertTrue(emoji.endsWith("😀 #7"), emoji);
    }
}
