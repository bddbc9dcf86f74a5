package org.answerline.site.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The other origins whose pages may carry the widget, such as {@code https://www.example.org}; none unless set. */
@ApplicationScoped
public class WidgetOrigins {
    @Inject
    @ConfigProperty(name = "SUPPORT_WIDGET_ORIGINS")
    Optional<List<String>> setting;

    // Browsers write an origin in one way only, so nothing but the same letters is the same origin.
    boolean allow(String origin) {
        return origin != null
                && setting.orElse(List.of()).stream()
                        .anyMatch(known -> known.strip().equals(origin));
    }
}
