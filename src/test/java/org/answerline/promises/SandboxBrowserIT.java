package org.answerline.promises;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.answerline.sandbox.Await;
import org.answerline.sandbox.telegram.ChatKind;
import org.answerline.sandbox.telegram.SandboxOptions;
import org.answerline.sandbox.telegram.SandboxTelegram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox's own page, where a newcomer is the operator for the first time. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
class SandboxBrowserIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private SandboxTelegram telegram;

    @BeforeEach
    void start() {
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

    @ParameterizedTest
    @MethodSource("looks")
    void aForumHasATabForEachTopicWithItsIcon(PageVariant look) throws Exception {
        try (var forum = SandboxTelegram.start(new SandboxOptions()
                        .adminChat(-1_000_000_000_500L, ChatKind.SUPERGROUP)
                        .forum(true));
                var reader = new PageChecker(chromium, forum.apiUrl(), look)) {
            var group = forum.adminGroup();
            forum.operator().inTopic(group.createTopic("Anna Smith #1")).write("A note");
            var page = reader.open("/");
            page.locator(".tabs button:has-text('Anna Smith #1')").click();
            line(page, "A note").waitFor();
            page.fill(".operator textarea", "It is on its way");
            page.keyboard().press("Enter");
            line(page, "It is on its way").waitFor();

            call(forum, "createForumTopic?name=Boris&chat_id=" + group.id());
            page.locator(".tabs button:has-text('Boris')").waitFor();
            call(
                    forum,
                    "editForumTopic?icon_custom_emoji_id=5237699328843200968&chat_id=" + group.id()
                            + "&message_thread_id=" + group.topics().get("Boris"));
            page.locator(".tabs button:has-text('✅ Boris')").waitFor();
            reader.expectMoves();
            reader.expectMoves();
            reader.look("sandbox-forum");
        }
    }

    /** A call of the Bot API. */
    private static void call(SandboxTelegram telegram, String methodAndParameters) throws Exception {
        var url = URI.create(telegram.apiUrl() + "/bot" + telegram.token() + "/" + methodAndParameters);
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
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
