package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.OperatorChat;
import org.answerline.delivery.alarm.Alarm;
import org.answerline.delivery.alarm.Alarms;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The check {@code telegram} of {@code /owner/health}: whether messages reach the operators.
 *
 * <p>It is always UP: all nodes share the token and the chat, so with DOWN a load balancer would remove every node, although the site
 * still accepts messages. Monitoring reads {@code data.alarm}: {@code none}, {@code token-refused}, {@code chat-closed}, or {@code
 * unknown} while the database cannot be read. It changes when a message cannot be sent, not before.
 */
@Readiness
@ApplicationScoped
public class TelegramCheck implements DetailedHealthCheck {

    @Inject
    private Alarms alarms;

    @Inject
    private OperatorChat operator;

    @Override
    public HealthCheckResponse details() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("telegram").up();
        try {
            alarms.closing(operator.id())
                    .ifPresentOrElse(alarm -> describe(alarm, response), () -> response.withData("alarm", "none"));
        } catch (Exception databaseUnavailable) {
            response.withData("alarm", "unknown");
        }
        return response.build();
    }

    /** UP without reading the database. */
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("telegram").up().build();
    }

    private static void describe(Alarm alarm, HealthCheckResponseBuilder response) {
        response.withData("alarm", alarm.isTokenRefused() ? "token-refused" : "chat-closed")
                .withData("since", alarm.since().toString())
                .withData("reason", alarm.reason());
    }
}
