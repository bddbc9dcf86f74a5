package org.answerline.site.view;

import java.util.Locale;

/**
 * Shades of one colour for pages, with a contrast of at least 4.5 : 1 wherever text is in one of them or on it.
 *
 * @param accent of links and headings, and behind the text of buttons
 * @param strong the same under the pointer
 * @param onAccent of text on both
 * @param tint behind text of the page
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3</a>
 */
record ColourShades(String accent, String strong, String onAccent, String tint) {

    static final double CONTRAST = 4.5;

    /** The grounds of pages, as in site.css. */
    static final String LIGHT_PAPER = "#f4f5f2";

    static final String DARK_SHEET = "#19211e";

    private static final double[] WHITE = {255, 255, 255};
    private static final double[] BLACK = {0, 0, 0};
    private static final double STEP = 0.02;
    private static final double LIGHT_TINT = 0.09;
    private static final double DARK_TINT = 0.12;
    private static final double STRONGER = 0.3;

    /** For light pages: as dark as it has to be. */
    static ColourShades light(String colour) {
        return of(parse(colour), BLACK, WHITE, LIGHT_TINT, parse(LIGHT_PAPER));
    }

    /** For dark pages: as light as it has to be. */
    static ColourShades dark(String colour) {
        return of(parse(colour), WHITE, parse(DARK_SHEET), DARK_TINT, parse(DARK_SHEET));
    }

    private static ColourShades of(double[] colour, double[] end, double[] sheet, double share, double[] ground) {
        double[] tint = mixed(sheet, colour, share);
        double[] accent = colour;
        for (double part = STEP; isWeak(accent, tint) || isWeak(accent, ground); part += STEP) {
            accent = mixed(colour, end, Math.min(part, 1));
        }
        double[] strong = mixed(accent, end, STRONGER);
        double[] onAccent = end == BLACK ? WHITE : BLACK;
        return new ColourShades(text(accent), text(strong), text(onAccent), text(tint));
    }

    /** The contrast of two colours, 1 to 21. */
    static double contrast(String one, String other) {
        return contrast(parse(one), parse(other));
    }

    // With a little more, because the result is rounded.
    private static boolean isWeak(double[] text, double[] ground) {
        return contrast(text, ground) < CONTRAST + 0.1;
    }

    private static double contrast(double[] one, double[] other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /** The relative luminance as WCAG defines it. */
    private static double luminance(double[] colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    }

    private static double linear(double part) {
        double value = part / 255;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static double[] mixed(double[] colour, double[] other, double share) {
        double[] result = new double[colour.length];
        for (int i = 0; i < colour.length; i++) {
            result[i] = colour[i] + (other[i] - colour[i]) * share;
        }
        return result;
    }

    private static double[] parse(String colour) {
        int all = Integer.parseInt(colour.substring(1), 16);
        return new double[] {all >> 16, all >> 8 & 0xff, all & 0xff};
    }

    private static String text(double[] colour) {
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", Math.round(colour[0]), Math.round(colour[1]), Math.round(colour[2]));
    }
}
