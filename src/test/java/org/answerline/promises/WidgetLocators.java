package org.answerline.promises;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The parts of the widget on a page, and what its reader does with them. */
final class WidgetLocators {
    private WidgetLocators() {}

    static boolean isFocused(Page page, String part) {
        return Boolean.TRUE.equals(page.evaluate(
                "(part) => { const a = document.querySelector('answerline-support').shadowRoot.activeElement;"
                        + " return a !== null && a.matches(part); }",
                part));
    }

    static Page openShop(PageChecker reader) {
        var page =
                reader.open(reader.look().language().equals("ru") ? "/widget/stress-ru.html" : "/widget/stress.html");
        // Hidden where the panel was open before and opens again by itself.
        launcher(page).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    /** By its own method, because a widget that was open before a page was left opens again by itself. */
    static void open(Page page) {
        page.evaluate("document.querySelector('answerline-support').open()");
        page.locator("answerline-support .panel").waitFor();
    }

    static void send(Page page) {
        page.locator("answerline-support .primary:visible").last().click();
    }

    /** At once, because the widget also tries by itself, and then the button is gone. */
    static void tryAgain(Page page) {
        page.evaluate("document.querySelector('answerline-support').shadowRoot"
                + ".querySelector('.card[data-kind=lost] .primary')?.click()");
    }

    static Locator launcher(Page page) {
        return page.locator("answerline-support .launcher");
    }

    static Locator card(Page page, String kind) {
        return page.locator("answerline-support .card[data-kind=" + kind + "]");
    }

    static Locator banner(Page page) {
        return page.locator("answerline-support .banner:not(:empty)");
    }

    static Locator field(Page page) {
        return page.locator("answerline-support textarea");
    }

    static FilePayload picture() {
        return new FilePayload("parcel.png", "image/png", SamplePictures.png(320, 200));
    }
}
