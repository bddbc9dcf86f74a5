package org.answerline.operations;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.answerline.operations.owner.OwnerAuthentication;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** All health checks of this node with their reasons, protected by the owner's password. */
@WebServlet(urlPatterns = "/owner/health", asyncSupported = true)
public class OwnerHealth extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnerAuthentication owner;

    @Inject
    @Any
    private transient Instance<DetailedHealthCheck> checks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (owner.authenticate(request, response)) {
            HealthJson.write(
                    checks.stream()
                            .<HealthCheckResponse>map(DetailedHealthCheck::details)
                            .toList(),
                    response);
        }
    }
}
