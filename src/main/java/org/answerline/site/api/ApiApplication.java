package org.answerline.site.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.answerline.platform.web.KrazoDisabled;
import org.answerline.site.api.file.FilesResource;
import org.answerline.site.api.widget.CsrfFilter;
import org.answerline.site.api.widget.WidgetResource;
import org.answerline.site.guard.OtherUserFilter;

/** Everything under /api/. */
@ApplicationPath("api")
public class ApiApplication extends Application {
    /** What openapi.json describes. */
    static final Set<Class<?>> RESOURCES = Set.of(
            FeedbackResource.class,
            ThreadsResource.class,
            FilesResource.class,
            RatingResource.class,
            WidgetResource.class,
            OpenApiResource.class);

    /** Named one by one, so that nothing else of the archive is served here. */
    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<>(RESOURCES);
        classes.addAll(
                Set.of(ApiExceptionMapper.class, CsrfFilter.class, OtherUserFilter.class, KrazoDisabled.filter()));
        return classes;
    }

    /** No WADL. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
