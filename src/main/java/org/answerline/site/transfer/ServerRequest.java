package org.answerline.site.transfer;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;

/** The server's own object behind the wrappers of a request, for what Jakarta Servlet has no method for. */
final class ServerRequest {

    private ServerRequest() {}

    static ServletRequest of(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }
}
