package org.answerline.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A servlet for one path, with or without a slash at its end.
 *
 * <p>Open Liberty does not match a pattern that ends with a slash. So the servlet is mapped to {@code /path/*}, and deeper paths get 404.
 */
public abstract class ExactPathServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String deeper = request.getPathInfo();
        if (deeper == null || deeper.equals("/")) {
            super.service(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
