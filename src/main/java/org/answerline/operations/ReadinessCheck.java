package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerline.operations.doctor.Doctor;
import org.answerline.operations.doctor.Finding;
import org.answerline.operations.doctor.Severity;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready while this node can store messages; a fault of Telegram is no reason to refuse requests. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ReadinessCheck implements DetailedHealthCheck {

    @Inject
    private DatabaseProbe database;

    /** The keys of {@link Doctor#essentials()}. */
    @Override
    public HealthCheckResponse details() {
        List<Finding> findings = database.findings();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("desk");
        findings.forEach(
                finding -> answer.withData(finding.key(), finding.severity().word()));
        return answer.status(Doctor.worst(findings) != Severity.FAILED).build();
    }
}
