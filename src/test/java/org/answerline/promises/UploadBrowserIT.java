package org.answerline.promises;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.answerline.sandbox.Await;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file on its way is seen, can be taken back, and may come from the clipboard; on the form and in the widget alike. */
@EnabledIf("org.answerline.promises.Chromium#isHere")
@UsesDesk(SharedDesk.USUAL)
class UploadBrowserIT {
    private static final int SLOW = 64 * 1024;
    private static final int LARGE = 30 * SLOW;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Desk desk;

    @BeforeAll
    static void start() {
        desk = SharedDesk.USUAL.desk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "widget"})
    void aSlowOneIsSeenAndTakenBackAndAPastedPictureIsSent(String place) {
        try (var reader = new PageChecker(chromium, desk.url(), PageVariant.USUAL)) {
            var email = desk.account("Ann Example");
            reader.signIn(email);
            var page = reader.page();
            var isForm = place.equals("form");
            var field = isForm ? openForm(reader) : openWidget(reader);
            var row = page.locator(isForm ? ".chosen li" : "answerline-support .chip");

            var network = page.context().newCDPSession(page);
            uploadSpeed(network, SLOW);
            page.setInputFiles(isForm ? "input[type=file]" : "answerline-support input[type=file]", large());
            var progress = row.locator("progress");
            Await.until("the bar moves", () -> isBetween(progress));
            if (isForm) {
                reader.expectMoves();
                reader.look("support-uploading");
            } else {
                reader.lookAtWidget("widget-uploading");
            }
            row.locator("button").click();
            row.waitFor(PageChecker.HIDDEN);
            uploadSpeed(network, -1);
            Await.until("what was taken back is not kept", () -> files(email).isEmpty());

            copyAPicture(page);
            field.focus();
            page.keyboard().press("Control+V");
            row.waitFor();
            progress.waitFor(PageChecker.HIDDEN);
            field.fill("With a picture from the clipboard");
            page.locator(isForm ? "main form button[type=submit]" : "answerline-support .foot .primary")
                    .click();
            Await.until("the picture is sent", () -> sent(email) == 1);
        }
    }

    private static Locator openForm(PageChecker reader) {
        return reader.open("/support/").locator("[name=message]");
    }

    private static Locator openWidget(PageChecker reader) {
        var page = reader.open("/widget/");
        page.locator("answerline-support .launcher").click();
        var field = page.locator("answerline-support textarea");
        field.waitFor();
        return field;
    }

    private static boolean isBetween(Locator progress) {
        double value = ((Number) progress.evaluate("bar => bar.value")).doubleValue();
        return value > 0 && value < 1;
    }

    /** In bytes a second; -1 is as fast as it goes. */
    private static void uploadSpeed(CDPSession network, int speed) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", speed);
        network.send("Network.emulateNetworkConditions", conditions);
    }

    /** A screenshot in the clipboard, as the key for it leaves one there. */
    private static void copyAPicture(Page page) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate(
                """
                async () => {
                  const canvas = new OffscreenCanvas(320, 200);
                  canvas.getContext("2d").fillRect(20, 20, 200, 100);
                  const picture = await canvas.convertToBlob({ type: "image/png" });
                  await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
                }
                """);
    }

    private static FilePayload large() {
        return new FilePayload(
                "long.txt",
                "text/plain",
                "Nothing but words. ".repeat(LARGE / 19).getBytes());
    }

    private static List<?> files(String email) {
        return desk.database()
                .sql("select a.id from attachments a join users u on u.id = a.user_id where email = ?", email);
    }

    private static int sent(String email) {
        return desk.database()
                .sql(
                        "select 1 from attachments a join users u on u.id = a.user_id"
                                + " where email = ? and support_message_id is not null and type = 'image/png'",
                        email)
                .size();
    }
}
