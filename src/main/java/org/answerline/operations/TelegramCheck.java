package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.alarm.Alarm;
import org.answerline.delivery.alarm.Alarms;
import org.eclipse.microprofile.health.HealthCheckResponse;
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
        return up(reasons());
    }

    private Map<String, String> reasons() {
        try {
            return alarms.closing(operator.id()).map(TelegramCheck::reasons).orElse(Map.of("alarm", "none"));
        } catch (Exception databaseUnavailable) {
            return Map.of("alarm", "unknown");
        }
    }

    /** UP without reading the database. */
    @Override
    public HealthCheckResponse call() {
        return up(Map.of());
    }

    private static HealthCheckResponse up(Map<String, String> reasons) {
        return DetailedHealthCheck.state("telegram", true, reasons);
    }

    private static Map<String, String> reasons(Alarm alarm) {
        return Map.of(
                "alarm",
                alarm.isTokenRefused() ? "token-refused" : "chat-closed",
                "since",
                alarm.since().toString(),
                "reason",
                alarm.reason());
    }
}
