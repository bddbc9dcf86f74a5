package org.answerline.sandbox;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;

/**
 * Accepts every cookie, to be sent without quotes, as browsers do (RFC 6265).
 *
 * <p>The JDK takes a cookie whose name ends in "version" for one of RFC 2109 and sends its value in quotes. Payara has such a cookie for
 * sessions that nodes share, and Payara 7 does not read it with quotes.
 */
public final class UnquotedCookies implements CookiePolicy {

    private UnquotedCookies() {}

    /** The cookies of a new client. */
    public static CookieManager manager() {
        return new CookieManager(null, new UnquotedCookies());
    }

    @Override
    public boolean shouldAccept(URI site, HttpCookie cookie) {
        cookie.setVersion(0);
        return true;
    }
}
