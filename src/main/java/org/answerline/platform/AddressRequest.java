package org.answerline.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose query can be decoded by everybody: each percent sign in it begins an escape, and none stands for NUL. */
public final class AddressRequest extends HttpServletRequestWrapper {
    private final String query;

    private AddressRequest(HttpServletRequest request, String query) {
        super(request);
        this.query = query;
    }

    /** The request itself where nothing is wrong with its query. */
    public static HttpServletRequest of(HttpServletRequest request) {
        String query = request.getQueryString();
        String repaired = query == null ? null : PercentEncoding.repaired(query);
        return query == null || query.equals(repaired) ? request : new AddressRequest(request, repaired);
    }

    @Override
    public String getQueryString() {
        return query;
    }
}
