package org.answerline.site.transfer;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Sends a {@link Download} in pieces as the client accepts them. A resource that streams it itself would hold a thread while its client
 * is slow, and Payara would keep all of it in memory.
 */
public class DownloadFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SlowTransfers slow;

    @Inject
    transient AfterReturn afterReturn;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Head(request, response));
        var download = Download.of(request);
        if (download.isPresent()) {
            response.setContentLengthLong(download.get().length());
            AsyncContext context = request.startAsync(request, response);
            new OutgoingContent(context, download.get(), slow, afterReturn).begin();
        }
    }

    /** Prevents JAX-RS from committing the response before the content is sent. */
    private static final class Head extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        Head(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (Download.of(request).isEmpty()) {
                super.flushBuffer();
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return Download.of(request).isEmpty() ? super.getOutputStream() : new Nothing();
        }
    }

    /** The output of a resource that must not write a body. */
    private static final class Nothing extends ServletOutputStream {
        @Override
        public void write(int value) {
            throw new IllegalStateException("A download follows, which must be the only body");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("A download follows, which must be the only body");
        }
    }
}
