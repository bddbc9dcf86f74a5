package org.answerline.platform.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * Marks every cookie SameSite=Lax before the answer leaves, so that no other site can post with a reader's session, and Secure when
 * the reader came by https.
 *
 * <p>Payara ignores the attribute in web.xml, and the session's cookie is set behind the back of a wrapped response.
 * The one that counts a shared session's versions is added while the answer leaves, out of reach; it is no key to anything.
 */
class SameSiteCookies extends HttpServletResponseWrapper {
    private static final String SET_COOKIE = "Set-Cookie";

    private final boolean https;

    SameSiteCookies(HttpServletResponse response, boolean https) {
        super(response);
        this.https = https;
    }

    /** Adds the attribute to the cookies that were set so far; has no effect once the answer is committed. */
    void finish() {
        List<String> cookies = List.copyOf(getHeaders(SET_COOKIE));
        if (isCommitted()
                || cookies.stream().allMatch(cookie -> marked(cookie, https).equals(cookie))) {
            return;
        }
        setHeader(SET_COOKIE, marked(cookies.get(0), https));
        cookies.stream().skip(1).forEach(cookie -> addHeader(SET_COOKIE, marked(cookie, https)));
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        finish();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        finish();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        finish();
        super.flushBuffer();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        finish();
        super.sendRedirect(location);
    }

    @Override
    public void sendError(int status) throws IOException {
        finish();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        finish();
        super.sendError(status, message);
    }

    static String marked(String cookie, boolean https) {
        String lax = has("; samesite=", cookie) ? cookie : cookie + "; SameSite=Lax";
        return !https || has("; secure", lax) ? lax : lax + "; Secure";
    }

    private static boolean has(String attribute, String cookie) {
        return cookie.toLowerCase(java.util.Locale.ROOT).contains(attribute);
    }
}
