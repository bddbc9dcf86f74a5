package org.answerline.site.view;

import jakarta.mvc.security.Csrf;
import java.util.List;
import java.util.function.Supplier;
import org.answerline.platform.text.Texts;
import org.answerline.platform.web.AssetVersions;
import org.answerline.site.validation.FieldProblem;
import org.answerline.site.validation.FieldProblems;

/** What every view can use: the texts in the reader's language, static files, the navigation, and what forms need. */
public final class PageContext {
    private static final int DATE_END = 10;
    private static final int TIME_START = 11;
    private static final int TIME_END = 16;

    private final Texts texts;
    private final AssetVersions assets;
    private final SiteLook look;
    private final Navigation navigation;
    private final Long reader;
    private final Supplier<Csrf> csrf;
    private final Supplier<String> closedText;
    private FieldProblems problems = new FieldProblems(List.of());

    /**
     * Of a page with forms.
     *
     * @param reader id of the signed-in user, for whom alone the forms are; null for none
     * @param csrf asked when the first form needs it
     * @param closedText asked when a view needs it
     */
    PageContext(
            Texts texts,
            AssetVersions assets,
            SiteLook look,
            Navigation navigation,
            Long reader,
            Supplier<Csrf> csrf,
            Supplier<String> closedText) {
        this.texts = texts;
        this.assets = assets;
        this.look = look;
        this.navigation = navigation;
        this.reader = reader;
        this.csrf = csrf;
        this.closedText = closedText;
    }

    /** Of a page without forms and without navigation. */
    public static PageContext plain(Texts texts, AssetVersions assets, SiteLook look) {
        return new PageContext(
                texts,
                assets,
                look,
                Navigation.NONE,
                null,
                () -> {
                    throw new IllegalStateException("This page has no forms");
                },
                () -> null);
    }

    /**
     * The text under a key, for the view to escape.
     *
     * @throws java.util.MissingResourceException if there is none
     */
    public String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** The language of the page (IETF tag). */
    public String language() {
        return texts.locale().toLanguageTag();
    }

    /** The owner's own look. */
    public SiteLook look() {
        return look;
    }

    /** The name of the desk. */
    public String siteName() {
        return look.name().orElseGet(() -> text("page.name"));
    }

    /** The address of a file in the folder of static files. */
    public String asset(String file) {
        return assets.at(file);
    }

    /** A moment (ISO 8601) as a text; a script shows it in the reader's time zone. */
    public String moment(String moment) {
        return text("page.thread.moment", moment.substring(0, DATE_END), moment.substring(TIME_START, TIME_END));
    }

    public Navigation navigation() {
        return navigation;
    }

    /** The id of the signed-in user; null for none. */
    public Long reader() {
        return reader;
    }

    /** The token against forged requests. */
    public Csrf csrf() {
        return csrf.get();
    }

    /** Says when somebody is back; null while somebody is there to answer. */
    public String closedText() {
        return closedText.get();
    }

    public FieldProblems problems() {
        return problems;
    }

    /** The ids of what describes a field, for aria-describedby; null if nothing does. */
    public String describedBy(String field, boolean hasHint) {
        String hint = hasHint ? field + "-hint" : "";
        String problem = problems.of(field) == null ? "" : field + "-error";
        String both = (hint + " " + problem).strip();
        return both.isEmpty() ? null : both;
    }

    void setProblems(List<FieldProblem> found) {
        problems = new FieldProblems(found);
    }
}
