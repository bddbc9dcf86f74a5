package org.answerline.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Closes what MicroProfile servers answer to anybody at the top of their public port: their metrics and their description of our API.
 *
 * <p>The files in server-config switch them off as well; this stands where somebody's own configuration does not. The desk's numbers
 * are at {@code /owner/metrics}, its description at {@code /api/openapi.json}.
 */
public class ServerEndpoints extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
