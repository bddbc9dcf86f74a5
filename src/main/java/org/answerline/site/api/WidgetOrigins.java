package org.answerline.site.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other origins whose pages may carry the widget, such as {@code https://www.example.org}; none unless set. */
@ApplicationScoped
public class WidgetOrigins {
    @Inject
    @ConfigProperty(name = "SUPPORT_WIDGET_ORIGINS")
    Optional<String> setting;

    // Browsers write an origin in one way only, so nothing but the same letters is the same origin.
    boolean allow(String origin) {
        return origin != null
                && Stream.of(setting.orElse("").split(",")).map(String::strip).anyMatch(origin::equals);
    }
}
