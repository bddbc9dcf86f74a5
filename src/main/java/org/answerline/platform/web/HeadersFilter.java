package org.answerline.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the headers of every request: refuses those that no legitimate client sends, and hides those that the desk ignores
 * ({@link RequestHeaders}).
 *
 * <p>Servers differ in what they accept, and some accept headers on which they fail later. In web.xml only the filter of the request id
 * comes before this one.
 */
public class HeadersFilter implements Filter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    /** Names with an underscore are common in networks of containers. */
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{0,5})?");

    @Inject
    private CallerAddress caller;

    /** The headers of an error dispatch were checked before; only the ignored headers are removed again. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var headers = new RequestHeaders(http);
        if (http.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(headers, response);
        } else if (!hasGoodHost(http) || hasControlCharacter(http)) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (METHODS.contains(http.getMethod())) {
            chain.doFilter(headers, response);
        } else {
            // Servlets say 501, JAX-RS says 405, and some servers echo a TRACE.
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    /** A missing Host is allowed, because HTTP/1.0 has none. A trusted proxy's X-Forwarded-Host is checked like Host. */
    private boolean hasGoodHost(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        return hosts.size() < 2
                && hosts.stream().allMatch(HeadersFilter::isHost)
                && (!caller.isProxy(request)
                        || Collections.list(request.getHeaders("X-Forwarded-Host")).stream()
                                .flatMap(line -> Stream.of(line.split(",", -1)))
                                .allMatch(HeadersFilter::isHost));
    }

    static boolean isHost(String host) {
        String text = host.strip();
        return HOST.matcher(text).matches() && port(text.replaceFirst("^\\[.*]", "")) <= 0xFFFF;
    }

    private static int port(String host) {
        String port = host.substring(host.indexOf(':') + 1);
        return host.indexOf(':') < 0 || port.isEmpty() ? 0 : Integer.parseInt(port);
    }

    /** Whether a header contains NUL, CR or another control character except tab. */
    private static boolean hasControlCharacter(HttpServletRequest request) {
        try {
            return Collections.list(request.getHeaderNames()).stream()
                    .flatMap(name -> Collections.list(request.getHeaders(name)).stream())
                    .anyMatch(value -> value.chars().anyMatch(HeadersFilter::isControl));
        } catch (IndexOutOfBoundsException unreadable) {
            // Payara throws this for a Content-Type whose charset is an unclosed quotation mark.
            return true;
        }
    }

    // characters from 0x80 are bytes of UTF-8 that the server has not decoded
    private static boolean isControl(int character) {
        return character < ' ' && character != '\t' || character == 0x7F;
    }
}
