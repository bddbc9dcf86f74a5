package org.answerline.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerline.operations.doctor.Doctor;
import org.answerline.operations.doctor.Finding;
import org.answerline.operations.doctor.Severity;
import org.eclipse.microprofile.health.HealthCheckResponse;

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
        Map<String, String> severities = new LinkedHashMap<>();
        findings.forEach(
                finding -> severities.put(finding.key(), finding.severity().word()));
        return DetailedHealthCheck.state("desk", Doctor.worst(findings) != Severity.FAILED, severities);
    }
}
