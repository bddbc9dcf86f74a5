package org.answerline.promises;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.OptionalLong;
import org.answerline.sandbox.Await;

/** The five users of a walk. */
final class WalkUsers implements AutoCloseable {

    private final Phone phone;
    private final List<WalkUser> all;

    WalkUsers(Desk desk, Chromium chromium) {
        phone = new Phone(desk, desk.account("Clara"), new PageChecker(chromium, desk.url(), Phone.LOOK));
        all = List.of(new Form(desk), new Api(desk), phone, new Telegram(desk), new Everywhere(desk));
    }

    List<WalkUser> all() {
        return all;
    }

    Phone phone() {
        return phone;
    }

    @Override
    public void close() {
        phone.browser.close();
    }

    /** Fills in the form of the site, and opens the page again and again until the answer is there. */
    private static final class Form extends WalkUser {

        Form(Desk desk) {
            super("Anna", Customer.of(desk, "Anna"));
        }

        @Override
        OptionalLong write(String text) {
            customer().browser().ask("", text).expect(303);
            return OptionalLong.empty();
        }

        @Override
        void reads(String text) {
            Await.until(name() + " reads " + text, () -> pageTexts().contains(text));
        }
    }

    /** Uses a program of the site's own that calls the JSON API. */
    private static final class Api extends WalkUser {

        Api(Desk desk) {
            super("Boris", Customer.of(desk, "Boris"));
        }

        @Override
        OptionalLong write(String text) {
            customer().asks(text);
            return OptionalLong.empty();
        }

        @Override
        void reads(String text) {
            Await.until(
                    name() + " reads " + text, () -> customer().threadTexts().contains(text));
        }
    }

    /** Has the support page open on a phone, later the widget, and waits there: what is new comes live. */
    static final class Phone extends WalkUser {

        private static final PageVariant LOOK = new PageVariant(true, false, "en", true);

        private final PageChecker browser;
        private boolean isInWidget;

        private Phone(Desk desk, String email, PageChecker browser) {
            super("Clara", Customer.of(desk, signedIn(desk, email)));
            this.browser = browser;
            browser.signIn(email);
        }

        private static Browser signedIn(Desk desk, String email) {
            var browser = desk.visitor();
            browser.signIn(email).expect(303);
            return browser;
        }

        /** Goes on in the widget on a page of a shop. */
        void openWidget() {
            isInWidget = true;
            WidgetLocators.open(WidgetLocators.openShop(browser));
            WidgetLocators.field(page()).waitFor();
        }

        Page page() {
            return browser.page();
        }

        @Override
        OptionalLong write(String text) {
            if (isInWidget) {
                WidgetLocators.field(page()).fill(text);
                WidgetLocators.send(page());
            } else {
                browser.ask("", text);
                awaitAccepted(text);
                browser.open("/support/");
            }
            reads(text);
            return OptionalLong.empty();
        }

        @Override
        void reads(String text) {
            texts().filter(new Locator.FilterOptions().setHasText(text)).waitFor();
        }

        /** The texts that the phone shows now. */
        Locator texts() {
            return page().locator(
                            isInWidget
                                    ? "answerline-support .messages .message p.text"
                                    : "#conversation article.message p.text");
        }
    }

    /** Has linked Telegram and never opens the site again. */
    private static final class Telegram extends WalkUser {

        Telegram(Desk desk) {
            super("Dina", Customer.linked(desk, "Dina"));
        }

        @Override
        boolean isLinked() {
            return true;
        }

        @Override
        OptionalLong write(String text) {
            return OptionalLong.of(telegram().write(text));
        }

        @Override
        void reads(String text) {
            customer().receives(text);
        }
    }

    /** Has linked Telegram and asks there and on the site in turn; the bot speaks Russian with this one. */
    private static final class Everywhere extends WalkUser {

        private boolean isOnSite;

        Everywhere(Desk desk) {
            super("Егор", Customer.of(desk, "Егор", "ru").link());
        }

        @Override
        boolean isLinked() {
            return true;
        }

        @Override
        OptionalLong write(String text) {
            isOnSite = !isOnSite;
            if (isOnSite) {
                customer().asks(text);
                return OptionalLong.empty();
            }
            return OptionalLong.of(telegram().write(text));
        }

        @Override
        void reads(String text) {
            customer().receives(text);
            Await.until(
                    name() + " reads " + text, () -> customer().threadTexts().contains(text));
        }
    }
}
