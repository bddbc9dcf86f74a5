package org.answerline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Objects;

/** A request whose query can be decoded by everybody: each percent sign in it begins an escape, and none stands for NUL. */
public final class AddressRequest extends HttpServletRequestWrapper {
    private final String query;

    private AddressRequest(HttpServletRequest request, String query) {
        super(request);
        this.query = query;
    }

    /** The request itself where nothing is wrong with its query. */
    public static HttpServletRequest of(HttpServletRequest request) {
        return of(request, request.getQueryString());
    }

    /** The request with the query that it came with, which Open Liberty forgets when a request is dispatched again. */
    public static HttpServletRequest of(HttpServletRequest request, String query) {
        String repaired = query == null ? null : PercentEncoding.repaired(query);
        return Objects.equals(request.getQueryString(), repaired) ? request : new AddressRequest(request, repaired);
    }

    @Override
    public String getQueryString() {
        return query;
    }
}
