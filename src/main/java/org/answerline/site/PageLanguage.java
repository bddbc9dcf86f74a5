package org.answerline.site;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.locale.LocaleResolver;
import jakarta.mvc.locale.LocaleResolverContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pages follow the browser: the first language it asks for that we have, else the desk's own. */
@ApplicationScoped
@Priority(1)
public class PageLanguage implements LocaleResolver {
    @Inject
    Texts texts;

    @Inject
    @ConfigProperty(name = "SUPPORT_LANGUAGE", defaultValue = "en")
    String deskLanguage;

    /** The language of an MVC page. */
    @Override
    public Locale resolveLocale(LocaleResolverContext context) {
        return choose(context.getAcceptableLanguages());
    }

    /** The language of a page that is not MVC's, such as an error page. */
    Locale of(HttpServletRequest request) {
        return choose(
                request.getHeader("Accept-Language") == null
                        ? List.of()
                        : Collections.list(request.getLocales()));
    }

    private Locale choose(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .filter(texts::speaks)
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElseGet(() -> Locale.forLanguageTag(texts.speaks(deskLanguage) ? deskLanguage : "en"));
    }
}
