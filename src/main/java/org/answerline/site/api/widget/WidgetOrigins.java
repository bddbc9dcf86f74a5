package org.answerline.site.api.widget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;

/** The other origins whose pages may carry the widget, such as {@code https://www.example.org}; none unless set. */
@ApplicationScoped
public class WidgetOrigins {
    @Inject
    Settings settings;

    // Browsers write an origin in one way only, so an exact comparison is enough.
    public boolean allow(String origin) {
        return origin != null
                && settings.configured(SiteSettings.WIDGET_ORIGINS)
                        .orElse(List.of())
                        .contains(origin);
    }
}
