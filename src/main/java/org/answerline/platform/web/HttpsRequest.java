package org.answerline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that a trusted proxy received by https and forwarded by http, as the client sees it. */
class HttpsRequest extends HttpServletRequestWrapper {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    HttpsRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getScheme() {
        return "https";
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public int getServerPort() {
        return super.getServerPort() == HTTP_PORT ? HTTPS_PORT : super.getServerPort();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(super.getRequestURL().toString().replaceFirst("^http:", "https:"));
    }
}
