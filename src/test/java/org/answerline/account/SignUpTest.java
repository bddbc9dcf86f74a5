package org.answerline.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.answerline.platform.text.Texts;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.InputValidator;
import org.answerline.site.validation.TestValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignUpTest {
    private static final InputValidator VALIDATOR = TestValidator.create();

    @ParameterizedTest
    @ValueSource(strings = {"a@b", " ann@example.org ", "ann+desk@пример.рф", "o'neil@example.co.uk"})
    void takesAddresses(String email) {
        assertEquals(List.of(), fields(SignUp.typed(email, "Ann", "long enough")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "a@b@c", "a b@c", "@c", "a@", "a@.c", "a@c..d", "a\u200B@c", "<a@b>", "a@b,c@d"})
    void refusesWhatIsNoAddress(String email) {
        assertEquals(List.of("email"), fields(SignUp.typed(email, "Ann", "long enough")));
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        assertEquals(List.of("email"), fields(SignUp.typed("a@" + "b".repeat(253), "Ann", "long enough")));
    }

    @Test
    void refusesANameNobodyCanReadOrThatIsTooLong() {
        assertEquals(List.of("full_name"), fields(SignUp.typed("a@b", "\u200B \u2800", "long enough")));
        assertEquals(List.of("full_name"), fields(SignUp.typed("a@b", "x".repeat(151), "long enough")));
        assertEquals(
                "Ann Example",
                SignUp.typed("a@b", " Ann\n\u0000Example ", "long enough").fullName());
    }

    @Test
    void countsAPasswordInCharactersAfterNormalising() {
        assertEquals(List.of(), fields(SignUp.typed("a@b", "Ann", "🙏".repeat(8))));
        assertEquals(List.of("password"), fields(SignUp.typed("a@b", "Ann", "short77")));
        assertEquals(List.of("password"), fields(SignUp.typed("a@b", "Ann", "x".repeat(129))));
        assertEquals(List.of(), fields(SignUp.typed("a@b", "Ann", " ".repeat(8))));
    }

    @Test
    void neverShowsThePassword() {
        assertFalse(SignUp.typed("a@b", "Ann", "very secret").toString().contains("secret"));
    }

    private static List<String> fields(SignUp typed) {
        return VALIDATOR.problems(typed, Texts.in("en")).stream()
                .map(FieldProblem::field)
                .toList();
    }
}
