package org.answerline.platform.config;

import java.net.URI;
import java.util.List;
import org.answerline.platform.text.OwnTexts;

/** The settings of the look of pages, e-mails and the widget. */
public final class LookSettings {

    /** One line. */
    public static final Setting<String> NAME = SettingTypes.text(
                    "SUPPORT_NAME", "[^\\p{Cntrl}\\p{Zl}\\p{Zp}]{1,60}", "name")
            .documented("the name of the support desk that users see in place of Answerline, 1 to 60 characters");

    /** A picture. */
    public static final Setting<LogoFile> LOGO = new SettingBuilder<>(
                    "SUPPORT_LOGO", LogoFile::read, "logo", Integer.toString(LogoFile.LARGEST / 1_000))
            .documented(
                    "a file with the logo at the top of the pages: SVG, PNG or WebP, at most 200 KB; it is shown 32 pixels"
                            + " high. It is read at the start");

    /** Six hexadecimal digits after {@code #}. */
    public static final Setting<String> COLOUR = SettingTypes.text("SUPPORT_COLOUR", "#[0-9A-Fa-f]{6}", "colour")
            .defaultNote("a dark green")
            .documented(
                    "the colour of buttons, links and the widget, such as #1a5fb4. Where text in it or on it would have a"
                            + " contrast of less than 4.5 : 1, in light or dark mode, a darker or lighter shade is used");

    /** A folder. */
    public static final Setting<OwnTexts> TEXTS = new SettingBuilder<>("SUPPORT_TEXTS", OwnTexts::read, "texts")
            .examined(
                    LookSettings::flaws,
                    List.of(
                            "texts.file",
                            "texts.unreadable",
                            "texts.key",
                            "texts.placeholders",
                            "texts.format",
                            "texts.missing"))
            .documented(
                    "a folder whose files `texts_LANGUAGE.properties` replace texts or add a language, see below. They are"
                            + " read at the start");

    /** A URL, or a path of this site. */
    public static final Setting<String> HOME = SettingTypes.text("SUPPORT_HOME", LookSettings::isLink, "link")
            .byDefault("/support/")
            .documented(
                    "where the logo and the name at the top of the pages lead, and the e-mails to users for whom the site vouches: a URL, or a path of the desk's own");

    /** A URL, or a path of this site. */
    public static final Setting<String> IMPRINT = SettingTypes.text("SUPPORT_IMPRINT_URL", LookSettings::isLink, "link")
            .documented("the page with the imprint; a link at the end of each page leads there");

    /** A URL, or a path of this site. */
    public static final Setting<String> PRIVACY = SettingTypes.text("SUPPORT_PRIVACY_URL", LookSettings::isLink, "link")
            .documented("the page with the privacy policy; a link at the end of each page leads there");

    private LookSettings() {}

    private static List<SettingFlaw> flaws(OwnTexts texts) {
        return texts.flaws().stream()
                .map(flaw -> new SettingFlaw(
                        switch (flaw.kind()) {
                            case FILE -> "texts.file";
                            case UNREADABLE -> "texts.unreadable";
                            case KEY -> "texts.key";
                            case PLACEHOLDERS -> "texts.placeholders";
                            case FORMAT -> "texts.format";
                            case MISSING -> "texts.missing";
                        },
                        flaw.details()))
                .toList();
    }

    private static boolean isLink(String text) {
        URI uri = URI.create(text);
        if (uri.getScheme() == null) {
            return uri.getRawAuthority() == null && text.startsWith("/");
        }
        return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    }
}
