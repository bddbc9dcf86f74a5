package org.answerline.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        return new HealthCheckResponse(all.getName(), all.getStatus(), Optional.empty());
    }

    /** A state with its reasons. Made without the builder of MicroProfile Health, which works only where the server has the feature. */
    static HealthCheckResponse state(String name, boolean up, Map<String, ?> reasons) {
        return new HealthCheckResponse(
                name,
                up ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN,
                Optional.of(new LinkedHashMap<>(reasons)));
    }
}
