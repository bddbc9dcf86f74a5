package org.answerline.operations;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** All checks of this node with their reasons, for whoever knows SUPPORT_OWNER_PASSWORD; the probes say UP or DOWN. */
@WebServlet("/owner/health")
public class OwnerHealth extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnerAuthentication password;

    @Inject
    @Any
    private transient Instance<DetailedHealthCheck> checks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (password.opens(request, response)) {
            HealthJson.write(
                    checks.stream()
                            .<HealthCheckResponse>map(DetailedHealthCheck::details)
                            .toList(),
                    response);
        }
    }
}
