package org.answerline.site.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.account.SignUp;
import org.answerline.account.guest.GuestDetails;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;

class InputValidatorTest {
    private final InputValidator validator = TestValidator.create();

    @Test
    void aQuestionNeedsAVisibleTextOfAtMost4000Characters() {
        assertEquals(List.of(), problems("", "🙏".repeat(4_000), "en"));
        assertEquals(List.of("message Enter your question"), problems("", " \u200b ", "en"));
        assertEquals(List.of("message Enter your question"), problems("", "\u200b".repeat(4_001), "en"));
        assertEquals(
                List.of("message Message must be 4,000 characters or fewer. It has 4,001"),
                problems("", "🙏".repeat(4_001), "en"));
    }

    @Test
    void everyWrongFieldIsNamedInTheOrderOfTheForm() {
        assertEquals(
                List.of("subject Subject must be 200 characters or fewer. It has 201", "message Enter your question"),
                problems("s".repeat(201), "", "en"));
        List<String> fields = validator.problems(SignUp.typed("", "", ""), Texts.in("en")).stream()
                .map(FieldProblem::field)
                .toList();
        assertEquals(List.of("email", "full_name", "password"), fields);
    }

    @Test
    void messagesAreInTheReadersLanguageWithTheirArguments() {
        var texts = Texts.in("ru");
        assertEquals(
                List.of(
                        texts.get("account.email.wrong"),
                        texts.get("account.name.long", 150),
                        texts.get("account.password.length", 8, 128)),
                texts(SignUp.typed("ann", "n".repeat(151), "short"), texts));
        assertEquals(
                List.of(
                        texts.get("account.email.empty"),
                        texts.get("account.name.empty"),
                        texts.get("account.password.empty", 8, 128)),
                texts(SignUp.typed(null, null, null), texts));
    }

    @Test
    void anAddressThatCouldBeTakenForAnotherIsRefusedInTheReadersLanguage() {
        for (String language : List.of("en", "ru")) {
            var texts = Texts.in(language);
            assertEquals(
                    List.of(texts.get("account.email.letters")),
                    texts(GuestDetails.typed("\u0130van@example.org", "Ivan"), texts));
            assertEquals(
                    List.of(texts.get("account.email.domain")),
                    texts(GuestDetails.typed("ivan@\uFF45xample.org", "Ivan"), texts));
        }
        assertEquals(List.of(), texts(GuestDetails.typed("ivan@почта.рф", "Ivan"), Texts.in("en")));
    }

    @Test
    void tellsWhetherAllHolds() {
        assertTrue(validator.isValid(NewQuestion.typed(null, "a")));
        assertFalse(validator.isValid(NewQuestion.typed(null, null)));
    }

    private List<String> problems(String subject, String message, String language) {
        return validator.problems(NewQuestion.typed(subject, message), Texts.in(language)).stream()
                .map(problem -> problem.field() + " " + problem.text())
                .toList();
    }

    private List<String> texts(Object input, Texts texts) {
        return validator.problems(input, texts).stream().map(FieldProblem::text).toList();
    }
}
