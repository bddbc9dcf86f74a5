package org.answerline.site.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.answerline.site.api.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadPageTest {
    @Test
    void readsWhatIsAskedForOrTheNewestFifty() {
        assertEquals(new ThreadPage(50, OptionalLong.empty()), ThreadPage.read(null, null));
        assertEquals(new ThreadPage(200, OptionalLong.of(7)), ThreadPage.read("200", "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "201", "-1", "x", "1.5", "99999999999999999999", " 5"})
    void refusesAnImpossibleLimit(String limit) {
        assertEquals(
                422,
                assertThrows(ProblemException.class, () -> ThreadPage.read(limit, null))
                        .problem()
                        .status());
    }

    @Test
    void namesEveryBadParameter() {
        var refusal = assertThrows(ProblemException.class, () -> ThreadPage.read("0", "x"));
        assertEquals(2, refusal.problem().errors().size());
    }
}
