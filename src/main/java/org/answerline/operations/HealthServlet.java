package org.answerline.operations;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * The health probes on the port of the pages, for servers that have none there: WildFly has its own on the management port, and Open
 * Liberty's are left out, because they answer every method with 200 and pass none of the filters. Payara answers requests for these
 * addresses itself.
 *
 * @see <a href="https://download.eclipse.org/microprofile/microprofile-health-4.0/microprofile-health-spec-4.0.html">MicroProfile
 *     Health</a>
 */
@WebServlet(urlPatterns = "/health/*", asyncSupported = true)
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<String, List<Annotation>> KINDS = Map.of(
            "", List.of(),
            "/", List.of(),
            "/live", List.of(Liveness.Literal.INSTANCE),
            "/ready", List.of(Readiness.Literal.INSTANCE),
            "/started", List.of(Startup.Literal.INSTANCE));

    @Inject
    @Any
    private transient Instance<HealthCheck> checks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (!KINDS.containsKey(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<HealthCheckResponse> answers = checks.select(KINDS.get(path).toArray(new Annotation[0])).stream()
                .map(HealthCheck::call)
                .toList();
        HealthJson.write(answers, response);
    }
}
