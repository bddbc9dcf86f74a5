package org.answerline.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.observability.LogContext;

/**
 * Gives every request an id, tells it in the answer and puts it into every line logged for it, so that a failure is found in the log.
 *
 * <p>A trusted proxy's X-Request-Id is kept, or else the trace it names. In web.xml it is the first filter.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">Trace Context, traceparent</a>
 */
public class RequestIdFilter implements Filter {
    private static final String HEADER = "X-Request-Id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    @Inject
    private CallerAddress caller;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        String id = caller.isProxy(http) ? id(http.getHeader(HEADER), http.getHeader("traceparent")) : newId();
        ((HttpServletResponse) response).setHeader(HEADER, id);
        LogContext.Scope scope = LogContext.with("request", id);
        try {
            chain.doFilter(request, response);
        } finally {
            scope.end();
        }
    }

    // Any client may send it through the proxy, so it must not be able to forge a line of the log.
    static String id(String given, String traceparent) {
        return Optional.ofNullable(given)
                .filter(id -> SANE.matcher(id).matches())
                .or(() -> Optional.ofNullable(traceparent)
                        .map(TRACE::matcher)
                        .filter(Matcher::matches)
                        .map(trace -> trace.group(1)))
                .orElseGet(RequestIdFilter::newId);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
