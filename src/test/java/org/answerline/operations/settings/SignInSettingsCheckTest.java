package org.answerline.operations.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.Texts;
import org.junit.jupiter.api.Test;

class SignInSettingsCheckTest {
    private static final Map<String, String> OPEN_ID = Map.of(
            "SUPPORT_SIGN_IN", "oidc",
            "OIDC_ISSUER", "https://login.example.org/realm",
            "OIDC_CLIENT_ID", "desk",
            "OIDC_CLIENT_SECRET", "hush-hush");

    @Test
    void withoutAnyAccountsAreLocal() {
        assertEquals(List.of(), problems(Map.of()));
        assertEquals(1, problems(Map.of("SUPPORT_SIGN_IN", "ldap")).size());
    }

    @Test
    void openIdNeedsAProviderAndWhoWeAre() {
        assertEquals(List.of(), problems(OPEN_ID));
        assertEquals(3, problems(Map.of("SUPPORT_SIGN_IN", "oidc")).size());
        assertEquals(1, problems(with(OPEN_ID, "OIDC_SCOPES", "email profile")).size());
    }

    @Test
    void theProviderIsReachedSafely() {
        assertEquals(
                1,
                problems(with(OPEN_ID, "OIDC_ISSUER", "http://login.example.org"))
                        .size());
        assertEquals(
                1, problems(with(OPEN_ID, "OIDC_ISSUER", "login.example.org")).size());
        assertEquals(List.of(), problems(with(OPEN_ID, "OIDC_ISSUER", "http://localhost:8080/realm")));
    }

    @Test
    void aHeaderIsBelievedOnlyFromNamedProxies() {
        var header = Map.of("SUPPORT_SIGN_IN", "container", "SUPPORT_PROXY_USER_HEADER", "X-Remote-Email");
        assertTrue(problems(header).get(0).startsWith("SUPPORT_TRUSTED_PROXIES"));
        assertEquals(List.of(), problems(with(header, "SUPPORT_TRUSTED_PROXIES", "10.0.0.0/8")));
        assertEquals(List.of(), problems(Map.of("SUPPORT_SIGN_IN", "container")));
    }

    @Test
    void noSecretIsSaid() {
        var problems = problems(with(OPEN_ID, "OIDC_ISSUER", "nowhere"));
        assertTrue(problems.stream().noneMatch(line -> line.contains("hush-hush")), problems.toString());
    }

    private static List<String> problems(Map<String, String> settings) {
        var all = new HashMap<>(
                Map.of("TELEGRAM_SUPPORT_BOT_TOKEN", "123456:AAbbCC_-dd", "TELEGRAM_ADMIN_CHAT_ID", "500"));
        all.putAll(settings);
        return SettingsCheck.problems(new Settings(all::get)).stream()
                .map(problem -> problem.text(Texts.in("en")))
                .toList();
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        var changed = new HashMap<>(settings);
        changed.put(name, value);
        return changed;
    }
}
