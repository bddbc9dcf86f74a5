package org.answerline.operations;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** A health check whose reasons only the owner sees ({@link OwnerHealth}); probes, which need no password, get UP or DOWN. */
public interface DetailedHealthCheck extends HealthCheck {

    /** The state with its reasons. */
    HealthCheckResponse details();

    /** The state alone, for probes. */
    @Override
    default HealthCheckResponse call() {
        HealthCheckResponse all = details();
        return HealthCheckResponse.named(all.getName())
                .status(all.getStatus() == HealthCheckResponse.Status.UP)
                .build();
    }
}
