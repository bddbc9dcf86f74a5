package org.answerline.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;

/**
 * Passes an error without a body to the container, which shows the error page: Jersey does this by itself, RESTEasy does not. An address at
 * which there is nothing gets 404 for every method, also on WildFly, whose servlet for static files answers others than GET with 405.
 */
public class EmptyErrorFilter implements Filter {
    private static final int FIRST_ERROR = 400;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = new Answer((HttpServletRequest) request, (HttpServletResponse) response);
        chain.doFilter(request, answer);
        if (!request.isAsyncStarted() && answer.isBareError()) {
            answer.sendError(answer.getStatus());
        }
    }

    private static final class Answer extends HttpServletResponseWrapper {
        private final HttpServletRequest request;
        private boolean hasBody;

        Answer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            super.sendError(corrected(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            super.sendError(corrected(status), message);
        }

        private int corrected(int status) throws IOException {
            return status == SC_METHOD_NOT_ALLOWED && isStaticFile() && isMissing() ? SC_NOT_FOUND : status;
        }

        private boolean isStaticFile() {
            return request.getHttpServletMapping().getMappingMatch() == MappingMatch.DEFAULT;
        }

        private boolean isMissing() throws IOException {
            String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
            return request.getServletContext().getResource(path) == null;
        }

        boolean isBareError() {
            return !hasBody && getStatus() >= FIRST_ERROR && !isCommitted();
        }

        /** Does nothing: Open Liberty's JAX-RS would commit the response before it returns. */
        @Override
        public void flushBuffer() throws IOException {
            if (isBareError()) {
                sendError(getStatus());
            } else {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            hasBody = true;
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            hasBody = true;
            return super.getWriter();
        }
    }
}
