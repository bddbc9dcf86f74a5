package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.answerline.platform.observability.Heartbeats;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** UP while the background threads run; a fault outside this process is never a reason to restart it. */
@org.eclipse.microprofile.health.Liveness
@ApplicationScoped
public class LivenessCheck implements DetailedHealthCheck {

    @Inject
    private Heartbeats heartbeats;

    @Override
    public HealthCheckResponse details() {
        Map<String, String> states = heartbeats.states();
        return DetailedHealthCheck.state("workers", Heartbeats.isWell(states), states);
    }
}
