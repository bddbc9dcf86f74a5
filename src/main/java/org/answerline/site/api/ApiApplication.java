package org.answerline.site.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything under /api/. */
@ApplicationPath("api")
public class ApiApplication extends Application {
    /** Krazo stays out of an application in which it finds its filter: its request filters halve what the API can do. */
    @Override
    public Set<Class<?>> getClasses() {
        try {
            return Set.of(
                    FeedbackResource.class,
                    FailureMapper.class,
                    CrossSiteGuard.class,
                    Class.forName("org.eclipse.krazo.core.ViewResponseFilter"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The server lacks Krazo", e);
        }
    }

    /** No WADL. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
