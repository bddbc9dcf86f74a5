package org.answerline.webhook;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.answerline.platform.web.KrazoDisabled;

/** The JAX-RS application under /telegram: only the webhook. */
@ApplicationPath("telegram")
public class WebhookApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(SupportWebhookResource.class, WebhookMetricsFilter.class, KrazoDisabled.filter());
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
