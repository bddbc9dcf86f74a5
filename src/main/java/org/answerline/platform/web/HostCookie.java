package org.answerline.platform.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cookie by which a browser remembers something for the desk before there is a session. No other site can send it along (SameSite, see
 * {@link SameSiteCookies}), and over https no neighbouring domain can set it: browsers take a name with the prefix from the host itself only.
 *
 * @param name without the prefix
 * @param seconds so long a browser keeps it; -1 until it is closed
 * @see <a href="https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes">Cookie prefixes</a>
 */
public record HostCookie(String name, int seconds) {
    private static final String PREFIX = "__Host-";
    private static final String HTTPS = HostCookie.class.getName() + ".https";

    /** The value that the browser sent, or that the answer to this request sets. */
    public Optional<String> read(HttpServletRequest request) {
        if (request.getAttribute(attribute()) instanceof String written) {
            return Optional.of(written).filter(value -> !value.isEmpty());
        }
        return value(PREFIX + name, request).or(() -> isHttps(request) ? Optional.empty() : value(name, request));
    }

    /** Sets the cookie to a value of letters, digits and {@code -_.} only. */
    public void write(String value, HttpServletRequest request, HttpServletResponse response) {
        answer(value, seconds, request, response);
    }

    /** Lets the browser forget it, if it has sent it. */
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        if (read(request).isPresent()) {
            answer("", 0, request, response);
        }
    }

    private void answer(String value, int age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(isHttps(request) ? PREFIX + name : name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(isHttps(request));
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        request.setAttribute(attribute(), value);
    }

    /** Notes that the caller's browser speaks https, be it with a proxy only: not everybody has the request that says so. */
    static void overHttps(ServletRequest request) {
        request.setAttribute(HTTPS, true);
    }

    private static boolean isHttps(HttpServletRequest request) {
        return request.isSecure() || Boolean.TRUE.equals(request.getAttribute(HTTPS));
    }

    private String attribute() {
        return HostCookie.class.getName() + "." + name;
    }

    private static Optional<String> value(String name, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
