package org.answerline.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.network.IpAddress;
import org.answerline.platform.network.TrustedProxies;
import org.answerline.platform.observability.Log;

/** Where a request came from, and how: the peer itself, or what a proxy named in SUPPORT_TRUSTED_PROXIES says about its peer. */
@ApplicationScoped
public class CallerAddress {
    private static final Logger LOG = Log.of(CallerAddress.class);

    private final TrustedProxies proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** For the CDI proxy. */
    protected CallerAddress() {
        this(new Settings(name -> null));
    }

    @Inject
    CallerAddress(Settings settings) {
        this.proxies = settings.get(SiteSettings.TRUSTED_PROXIES);
    }

    /** The address in numbers; of an IPv6 address the network of 64 bits, because one caller usually has all of it. */
    public String of(HttpServletRequest request) {
        return nearest(request.getRemoteAddr(), lines(request, "X-Forwarded-For"));
    }

    /** Whether the request was brought by a trusted proxy, so that what it says of the request may be believed. */
    public boolean isProxy(HttpServletRequest request) {
        return proxies.include(request.getRemoteAddr());
    }

    /** Whether the caller's browser speaks https, be it to us or to a trusted proxy. */
    public boolean isHttps(HttpServletRequest request) {
        List<String> told = lines(request, "X-Forwarded-Proto");
        return request.isSecure()
                || !told.isEmpty() && isProxy(request) && "https".equalsIgnoreCase(told.get(told.size() - 1));
    }

    /** The address of the page as the caller's browser knows it; for whoever has not the request of {@link SecurityHeadersFilter}. */
    public URI url(HttpServletRequest request) {
        HttpServletRequest seen = isHttps(request) ? new HttpsRequest(request) : request;
        return URI.create(seen.getRequestURL().toString());
    }

    /**
     * The last address in the chain that a trusted proxy vouches for, each having added its own peer at the end.
     *
     * <p>What stands there and is no address was written by somebody whom nobody vouches for: the address before it counts, or else
     * whoever invents a new word for each request would evade every limit.
     */
    String nearest(String peer, List<String> forwardedFor) {
        Optional<InetAddress> caller = IpAddress.read(peer);
        if (!forwardedFor.isEmpty() && !proxies.include(peer)) {
            warnOfProxy(peer);
        }
        for (int i = forwardedFor.size() - 1;
                i >= 0 && caller.map(proxies::include).orElse(false);
                i--) {
            Optional<InetAddress> before = IpAddress.read(forwardedFor.get(i));
            if (before.isEmpty()) {
                break;
            }
            caller = before;
        }
        return caller.map(IpAddress::network).orElse(peer);
    }

    /** The elements of a header that is a list, over all lines of this name. */
    private static List<String> lines(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    // Then all people would share the proxy's limits; the address is one of the owner's own network, nobody's personal
    // data.
    private void warnOfProxy(String peer) {
        if (peer.matches("(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|[fF][cdCD]).*")
                && warned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    () -> peer + " sends X-Forwarded-For, but is not a trusted proxy. If it is your proxy, add it to"
                            + " SUPPORT_TRUSTED_PROXIES; until then all users appear to have its address.");
        }
    }
}
