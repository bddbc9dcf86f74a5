package org.answerline.operations.owner;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.answerline.platform.observability.Metrics;

/** This node's metrics in the format of Prometheus, protected by the owner's password. */
@WebServlet(urlPatterns = "/owner/metrics", asyncSupported = true)
public class MetricsPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnerAuthentication owner;

    @Inject
    private transient OutboxGauges outbox;

    @Inject
    private transient Metrics metrics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (owner.authenticate(request, response)) {
            outbox.refresh();
            response.setContentType("text/plain; version=0.0.4; charset=utf-8");
            response.getWriter().write(metrics.text());
        }
    }
}
