package org.answerline.site.view;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.locale.LocaleResolver;
import jakarta.mvc.locale.LocaleResolverContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.text.Texts;
import org.answerline.platform.web.AcceptedLanguages;

/** The language of pages: the first of the browser's languages for which there are texts, otherwise the desk's language. */
@ApplicationScoped
@Priority(1)
public class PageLanguage implements LocaleResolver {

    @Inject
    Settings settings;

    /** The language of an MVC page. */
    @Override
    public Locale resolveLocale(LocaleResolverContext context) {
        return choose(
                context.getAcceptableLanguages().stream()
                        .map(Locale::toLanguageTag)
                        .toList(),
                settings.get(SiteSettings.LANGUAGE));
    }

    /** The language of a page that is not rendered by MVC, such as an error page. */
    public Locale of(HttpServletRequest request) {
        return choose(
                AcceptedLanguages.read(Collections.list(request.getHeaders("Accept-Language"))),
                settings.get(SiteSettings.LANGUAGE));
    }

    static Locale choose(List<String> wanted, String otherwise) {
        return wanted.stream()
                .map(Texts::spoken)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Texts::in)
                .orElseGet(() -> Texts.in(otherwise))
                .locale();
    }
}
