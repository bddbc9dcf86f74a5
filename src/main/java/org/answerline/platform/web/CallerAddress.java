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

/** The client's address and protocol: of the peer, or as reported by a proxy that SUPPORT_TRUSTED_PROXIES lists. */
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

    /** The numeric address; of an IPv6 address the /64 network, because one client usually has all of it. */
    public String of(HttpServletRequest request) {
        return nearest(request.getRemoteAddr(), lines(request, "X-Forwarded-For"));
    }

    /** Whether the request came from a trusted proxy, so that its headers about the client may be used. */
    public boolean isProxy(HttpServletRequest request) {
        return proxies.include(request.getRemoteAddr());
    }

    /** Whether the client uses https, directly or to a trusted proxy. */
    public boolean isHttps(HttpServletRequest request) {
        List<String> told = lines(request, "X-Forwarded-Proto");
        return request.isSecure()
                || !told.isEmpty() && isProxy(request) && "https".equalsIgnoreCase(told.get(told.size() - 1));
    }

    /** The URL as the client sees it, for code that does not have the wrapped request of {@link SecurityHeadersFilter}. */
    public URI url(HttpServletRequest request) {
        HttpServletRequest seen = isHttps(request) ? new HttpsRequest(request) : request;
        return URI.create(seen.getRequestURL().toString());
    }

    /**
     * The last address in the chain that a trusted proxy reported; each proxy appends its own peer at the end.
     *
     * <p>If an entry is not an address, the last valid address counts: otherwise a client that sends a new text with each request would
     * evade every limit.
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

    // Then all users would share the proxy's limits; the address is in the owner's own network and is no personal
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
