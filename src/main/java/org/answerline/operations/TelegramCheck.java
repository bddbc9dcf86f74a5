package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.OperatorChat;
import org.answerline.delivery.Alarm;
import org.answerline.delivery.Alarms;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says to the owner, as the check {@code telegram} in {@code /owner/health}, whether questions reach the operator.
 *
 * <p>It is UP also while they do not: all nodes share the token and the chat, so DOWN would make a balancer take every node out, and
 * the site that still keeps people's questions would be gone as well. Who watches the desk looks at {@code data.alarm}, which is
 * {@code none}, {@code token-refused}, {@code chat-closed} or {@code unknown} while the database cannot be read, and is met when a
 * message cannot leave, not before.
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
        } catch (Exception databaseAway) {
            response.withData("alarm", "unknown");
        }
        return response.build();
    }

    /** UP whatever the reasons are, so nobody has to look for them. */
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
