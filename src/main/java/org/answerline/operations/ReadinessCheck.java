package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.answerline.operations.doctor.Doctor;
import org.answerline.operations.doctor.Finding;
import org.answerline.operations.doctor.Severity;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready while this node can store what it is given; Telegram's faults are no reason to turn people away. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ReadinessCheck implements DetailedHealthCheck {

    @Inject
    private DatabaseProbe database;

    /** The doctor's essentials, by their keys. */
    @Override
    public HealthCheckResponse details() {
        List<Finding> findings = database.findings();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("desk");
        findings.forEach(
                finding -> answer.withData(finding.key(), finding.severity().word()));
        return answer.status(Doctor.worst(findings) != Severity.FAILED).build();
    }
}
