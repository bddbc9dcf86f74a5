package org.answerline.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** Passes an error without a body to the container, which shows the error page: Jersey does this by itself, RESTEasy does not. */
public class EmptyErrorFilter implements Filter {
    private static final int FIRST_ERROR = 400;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = new Answer((HttpServletResponse) response);
        chain.doFilter(request, answer);
        if (!request.isAsyncStarted() && answer.isBareError()) {
            answer.sendError(answer.getStatus());
        }
    }

    private static final class Answer extends HttpServletResponseWrapper {
        private boolean hasBody;

        Answer(HttpServletResponse response) {
            super(response);
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
