package org.answerline.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Duration;
import org.answerline.platform.observability.Metrics;

/** Counts the webhook's responses by status and measures how long Telegram waits for them. */
@Dependent
public class WebhookMetricsFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String BEGAN = WebhookMetricsFilter.class.getName();

    @Inject
    Metrics metrics;

    /** Starts the measurement. */
    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGAN, System.nanoTime());
    }

    /** Counts the call by its status and ends the measurement. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BEGAN) instanceof Long began) {
            metrics.time(
                    "answerline.webhook",
                    Duration.ofNanos(System.nanoTime() - began),
                    "status",
                    Integer.toString(response.getStatus()));
        }
    }
}
