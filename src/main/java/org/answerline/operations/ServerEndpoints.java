package org.answerline.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 404 to the metrics and the API description that MicroProfile servers publish at the root of their public port.
 *
 * <p>The files in server-config switch them off as well; this filter is for servers with another configuration. Answerline's metrics are
 * at {@code /owner/metrics}, its API description at {@code /api/openapi.json}.
 */
public class ServerEndpoints extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
