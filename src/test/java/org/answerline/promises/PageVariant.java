package org.answerline.promises;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.Stream;

/** How somebody looks at the site. */
record PageVariant(boolean phone, boolean dark, String language, boolean scripts) {

    private static final double SHARP = 2;

    /** On a desktop, by day, in English. */
    static final PageVariant USUAL = new PageVariant(false, false, "en", true);

    /** In Russian on a phone at night. */
    static final PageVariant PHONE = new PageVariant(true, true, "ru", true);

    /** Each size in each colours and in each language, for colours and words do not meet; and both extremes without scripts. */
    static Stream<PageVariant> all() {
        return Stream.concat(scripted(), Stream.of(USUAL.withoutScripts(), PHONE.withoutScripts()));
    }

    /** Those of them that scripts can run in. */
    static Stream<PageVariant> scripted() {
        return Stream.of(
                USUAL, new PageVariant(false, true, "ru", true), new PageVariant(true, false, "en", true), PHONE);
    }

    PageVariant withoutScripts() {
        return new PageVariant(phone, dark, language, false);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(phone ? 390 : 1280, phone ? 844 : 800)
                .setDeviceScaleFactor(phone ? SHARP : 1)
                .setHasTouch(phone)
                // A picture of a panel that is still fading in shows nothing, and its contrast is nobody's.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setLocale(language)
                .setTimezoneId("Europe/Moscow")
                .setJavaScriptEnabled(scripts);
    }

    @Override
    public String toString() {
        return String.join(
                "-",
                List.of(phone ? "phone" : "desktop", dark ? "dark" : "light", language, scripts ? "scripts" : "plain"));
    }
}
