package org.answerline.site.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountFormTest {
    private static final Map<String, String> ALL =
            Map.of("email", "ann@example.org", "full_name", "Ann", "old_password", "secret-1", "password", "secret-2");
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz_-1234";

    @Test
    void everyFormOfTheAccountPagesIsKnown() throws IOException {
        try (var views = Files.walk(Path.of("src/main/jte/account"))) {
            for (Path view : views.filter(Files::isRegularFile).toList()) {
                var actions = Pattern.compile("<form[^>]*method=\"post\"[^>]*action=\"([^\"]*)")
                        .matcher(Files.readString(view));
                actions.results().map(found -> found.group(1)).forEach(this::isKnown);
            }
        }
    }

    private void isKnown(String action) {
        var path = action.replace("${token}", TOKEN);
        assertEquals(Optional.of(path), AccountForm.sentTo(path, ALL).map(AccountForm::action), action);
    }

    @ParameterizedTest
    @CsvSource({"sign-in/, true", "sign-up/, true", "reset/, true", "data/erase/, false"})
    void whatWasTypedIsKeptUnlessItProvesWhoSomebodyIs(String form, boolean kept) {
        var email = form("/account/" + form).fields().get(0);
        assertEquals(kept ? "ann@example.org" : null, email.value());
        assertFalse(form("/account/" + form).toString().contains("secret"));
        assertFalse(form("/account/password/").toString().contains("secret"));
    }

    @Test
    void onlyFieldsThatWereSentAreShown() {
        var form = AccountForm.sentTo("/account/data/erase/", Map.of("password", "secret-1"))
                .orElseThrow();
        assertEquals(1, form.fields().size());
        assertTrue(form.hasPassword());
    }

    @Test
    void itGoesNowhereElse() {
        assertEquals(
                "/account/sign-in/", form("//evil.example/account/sign-in/").action());
        assertEquals(Optional.empty(), AccountForm.sentTo("/support/", ALL));
    }

    private static AccountForm form(String path) {
        return AccountForm.sentTo(path, ALL).orElseThrow();
    }
}
