package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox's own page, where a newcomer is the operator for the first time. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
class SandboxBrowserIT {
    private Chromium chromium;
    private SandboxTelegram telegram;

    @BeforeEach
    void start() {
        chromium = new Chromium();
        telegram = SandboxTelegram.start(new SandboxOptions());
        var anna = telegram.person(7001, "Anna", "en");
        anna.pressStart("");
        for (int i = 1; i <= 40; i++) {
            telegram.operator().write("Note " + i);
            anna.write("Message " + i);
        }
    }

    @AfterEach
    void stop() {
        telegram.close();
        chromium.close();
    }

    static Stream<PageVariant> looks() {
        return PageVariant.scripted();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void opensAtTheNewestMessageAndChangesOnesOwn(PageVariant look) {
        try (var reader = new PageChecker(chromium, telegram.apiUrl(), look)) {
            var page = reader.open("/");
            var newest = line(page, "Note 40");
            newest.waitFor();
            Await.until("the newest message is in view", () -> isInView(page, "Note 40"));

            act(newest, "Edit");
            assertEquals("Note 40", page.inputValue(".operator textarea"));
            page.fill(".operator textarea", "Note forty");
            page.keyboard().press("Enter");
            line(page, "Note forty").locator(".meta:has-text('edited')").waitFor();
            act(line(page, "Note 39"), "Delete");
            page.locator(".operator li.gone").waitFor();
            act(line(page, "Note 38"), "Reply");
            page.fill(".operator textarea", "An answer");
            page.keyboard().press("Enter");
            line(page, "An answer").locator(".quote").waitFor();
            reader.expectMoves();
            reader.look("sandbox");
        }
    }

    private static void act(Locator line, String name) {
        line.hover();
        line.getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
    }

    private static Locator line(Page page, String text) {
        return page.locator(".operator li", new Page.LocatorOptions().setHasText(text))
                .last();
    }

    private static boolean isInView(Page page, String text) {
        return Boolean.TRUE.equals(page.evaluate(
                """
                (text) => {
                  const talk = document.querySelector(".operator .talk").getBoundingClientRect();
                  const line = [...document.querySelectorAll(".operator li")].find((li) => li.textContent.includes(text));
                  return line.getBoundingClientRect().bottom <= talk.bottom && talk.height > 0;
                }
                """,
                text));
    }
}
