package org.answerline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Objects;

/** A request whose query every server can decode: each percent sign begins an escape, and none encodes NUL. */
public final class AddressRequest extends HttpServletRequestWrapper {
    private final String query;

    private AddressRequest(HttpServletRequest request, String query) {
        super(request);
        this.query = query;
    }

    /** Returns the request itself if its query is valid. */
    public static HttpServletRequest of(HttpServletRequest request) {
        return of(request, request.getQueryString());
    }

    /** Returns the request with its original query, which Open Liberty loses when a request is dispatched again. */
    public static HttpServletRequest of(HttpServletRequest request, String query) {
        String repaired = query == null ? null : PercentEncoding.repaired(query);
        return Objects.equals(request.getQueryString(), repaired) ? request : new AddressRequest(request, repaired);
    }

    @Override
    public String getQueryString() {
        return query;
    }
}
