package org.answerline.webhook;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything under /telegram: the webhook only. */
@ApplicationPath("telegram")
public class TelegramApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(SupportWebhookResource.class, WebhookTiming.class, org.answerline.platform.WithoutMvc.filter());
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
