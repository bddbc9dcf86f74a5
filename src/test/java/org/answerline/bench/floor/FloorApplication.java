package org.answerline.bench.floor;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything of the floor's WAR, without the MVC that Payara brings to every application. */
@ApplicationPath("/")
public class FloorApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        try {
            // What makes Krazo believe that it is installed already, so that it stays out.
            return Set.of(FloorResource.class, Class.forName("org.eclipse.krazo.core.ViewResponseFilter"));
        } catch (ClassNotFoundException noMvcHere) {
            return Set.of(FloorResource.class);
        }
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
