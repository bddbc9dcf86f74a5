package org.answerline.operations;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** A check that tells the public whether it is UP, and why only to the owner ({@link OwnerHealth}). */
public interface DetailedHealthCheck extends HealthCheck {

    /** The state with its reasons. */
    HealthCheckResponse details();

    /** The state alone: nobody has to sign in to a probe. */
    @Override
    default HealthCheckResponse call() {
        HealthCheckResponse all = details();
        return HealthCheckResponse.named(all.getName())
                .status(all.getStatus() == HealthCheckResponse.Status.UP)
                .build();
    }
}
