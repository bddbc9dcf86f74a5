package org.answerline.site.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.answerline.platform.config.LogoFile;
import org.answerline.platform.config.LookSettings;
import org.answerline.platform.config.Settings;
import org.answerline.platform.web.AssetVersions;

/** The owner's own look of the pages. Addresses change with what they lead to, so browsers may cache it for a year. */
@ApplicationScoped
public class SiteLook {
    static final String LOGO = "/assets/logo";
    static final String COLOURS = "/assets/colours.css";

    private static final String SHADES = ":root{--accent:%s;--accent-strong:%s;--on-accent:%s;--tint:%s;--focus:%1$s}";

    private final Settings settings;

    /** For the CDI proxy. */
    protected SiteLook() {
        this(null);
    }

    @Inject
    SiteLook(Settings settings) {
        this.settings = settings;
    }

    /** The name of the desk; empty if the owner has given none. */
    public Optional<String> name() {
        return settings.configured(LookSettings.NAME);
    }

    /** Whether the name stands at the top of the pages: a logo alone may have it in the picture. */
    public boolean isNameShown() {
        return name().isPresent() || logo().isEmpty();
    }

    /** Where the logo leads. */
    public String home() {
        return settings.get(LookSettings.HOME);
    }

    /** The address of the logo; null for none. */
    public String logoAddress() {
        return logo().map(file -> AssetVersions.address(LOGO, file.content())).orElse(null);
    }

    /** The address of the style sheet with the owner's colour; null for none. */
    public String coloursAddress() {
        return colours()
                .map(css -> AssetVersions.address(COLOURS, css.getBytes(StandardCharsets.UTF_8)))
                .orElse(null);
    }

    /** The page with the imprint; null for none. */
    public String imprint() {
        return settings.configured(LookSettings.IMPRINT).orElse(null);
    }

    /** The page with the privacy policy; null for none. */
    public String privacy() {
        return settings.configured(LookSettings.PRIVACY).orElse(null);
    }

    /** The picture. */
    Optional<LogoFile> logo() {
        return settings.configured(LookSettings.LOGO);
    }

    /** The style sheet. */
    Optional<String> colours() {
        return settings.configured(LookSettings.COLOUR)
                .map(colour -> css(ColourShades.light(colour)) + "@media (prefers-color-scheme:dark){"
                        + css(ColourShades.dark(colour)) + "}");
    }

    private static String css(ColourShades shades) {
        return SHADES.formatted(shades.accent(), shades.strong(), shades.onAccent(), shades.tint());
    }
}
