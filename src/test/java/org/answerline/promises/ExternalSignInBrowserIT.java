package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a sign-in that is somebody else's, when it went wrong: an OpenID provider's, and a proxy's. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(value = SharedDesk.OPENID, together = SharedDesk.PROXY_SIGN_IN)
class ExternalSignInBrowserIT {
    private static final String CALLBACK = "/account/callback/";

    private static OpenIdProvider provider;
    private static Desk desk;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @BeforeAll
    static void start() {
        desk = SharedDesk.OPENID.desk();
        provider = desk.provider();
    }

    static Stream<PageVariant> looks() {
        return PageVariant.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aSignInThatFailed(PageVariant look) {
        try (var reader = new PageChecker(chromium, desk.url(), look)) {
            reader.open("/account/sign-out/");
            reader.look("openid-signed-out");
            reader.open(CALLBACK);
            reader.look("openid-lost");
            reader.open(CALLBACK + "?error=access_denied&state=" + begun(reader));
            reader.look("openid-denied");
            reader.open(CALLBACK + "?code=made-up&state=" + begun(reader));
            reader.look("openid-unproved");
            var taken = UUID.randomUUID() + "@example.org";
            desk.database()
                    .sql(
                            "insert into users (email, full_name, password_hash, created_at, email_confirmed_at) values (?, 'Eve', 'x', now(), now())",
                            taken);
            begun(reader);
            reader.page().fill("[name=username]", "ann");
            reader.page().fill("[name=claims]", "{\"email\":\"" + taken + "\",\"email_verified\":true}");
            reader.page().click("[type=submit]");
            reader.page().waitForURL("**" + CALLBACK + "**");
            reader.forgetOthers();
            reader.look("openid-taken");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aQuestionOfAVisitorLeadsToTheProvider(boolean scripts) {
        try (var reader = new PageChecker(chromium, desk.url(), new PageVariant(false, false, "en", scripts))) {
            reader.open("/support/").fill("[name=message]", "Asked before signing in");
            reader.send();
            awaitProvider(reader);
            reader.page().locator("[name=username]").waitFor();
        }
    }

    @Test
    void aProviderThatIsAway() {
        Map<PageChecker, String> states = new LinkedHashMap<>();
        looks().forEach(look -> {
            var reader = new PageChecker(chromium, desk.url(), look);
            states.put(reader, begun(reader));
        });
        provider.stop();
        try {
            states.forEach((reader, state) -> {
                reader.open(CALLBACK + "?code=any&state=" + state);
                reader.look("openid-away");
                reader.close();
            });
        } finally {
            provider.restart();
        }
    }

    @Test
    void aProxyThatNamesNobody() {
        var behind = SharedDesk.PROXY_SIGN_IN.desk();
        looks().forEach(look -> {
            try (var reader = new PageChecker(chromium, behind.url(), look)) {
                reader.open("/support/");
                reader.look("unknown-caller");
            }
        });
    }

    /** Goes to the provider's form; what the desk wants to hear again from there. */
    private static String begun(PageChecker reader) {
        reader.open("/account/sign-in/");
        awaitProvider(reader);
        var form = URI.create(reader.page().url());
        assertEquals(URI.create(provider.issuer()).getPort(), form.getPort());
        return Stream.of(form.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith("state="))
                .findFirst()
                .orElseThrow()
                .substring("state=".length());
    }

    /** Not until the page is complete: the provider's form asks for a font from the Internet. */
    private static void awaitProvider(PageChecker reader) {
        reader.page()
                .waitForURL(
                        address -> address.startsWith(provider.issuer()),
                        new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
    }
}
