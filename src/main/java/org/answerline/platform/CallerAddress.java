package org.answerline.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a request came from, and how: the peer itself, or what a proxy named in SUPPORT_TRUSTED_PROXIES says about its peer. */
@ApplicationScoped
public class CallerAddress {
    /** A proxy on the same machine. */
    public static final String LOOPBACK = "127.0.0.0/8,::1";

    private static final Logger LOG = Log.of(CallerAddress.class);
    private static final int NETWORK_GROUPS = 4;

    private final TrustedProxies proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    /** For the CDI proxy. */
    protected CallerAddress() {
        this(LOOPBACK);
    }

    @Inject
    CallerAddress(@ConfigProperty(name = "SUPPORT_TRUSTED_PROXIES", defaultValue = LOOPBACK) String proxies) {
        this.proxies = TrustedProxies.of(proxies);
    }

    /** The address in numbers; of an IPv6 address the network of 64 bits, because one caller usually has all of it. */
    public String of(HttpServletRequest request) {
        return network(nearest(request.getRemoteAddr(), request.getHeader("X-Forwarded-For")));
    }

    /** Whether the request was brought by a trusted proxy, so that what it says of the request may be believed. */
    public boolean isProxy(HttpServletRequest request) {
        return isTrusted(request.getRemoteAddr());
    }

    /** Whether the caller's browser speaks https, be it to us or to a trusted proxy. */
    public boolean isHttps(HttpServletRequest request) {
        String told = request.getHeader("X-Forwarded-Proto");
        return request.isSecure()
                || told != null && isTrusted(request.getRemoteAddr()) && "https".equalsIgnoreCase(last(told));
    }

    /** The address of the page as the caller's browser knows it; for whoever has not the request of {@link SecurityHeaders}. */
    public URI url(HttpServletRequest request) {
        HttpServletRequest seen = isHttps(request) ? new HttpsRequest(request) : request;
        return URI.create(seen.getRequestURL().toString());
    }

    // Each proxy adds its own peer at the end, so only what stands behind the last stranger is true.
    String nearest(String peer, String forwardedFor) {
        if (forwardedFor == null) {
            return peer;
        }
        if (!isTrusted(peer)) {
            warnOfProxy(peer);
            return peer;
        }
        String nearest = peer;
        List<String> told = List.of(forwardedFor.split(","));
        for (int i = told.size() - 1; i >= 0 && isTrusted(nearest); i--) {
            nearest = told.get(i).strip();
        }
        return nearest;
    }

    static String network(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
        String[] sides = address.replaceFirst("%.*", "").split("::", -1);
        String[] front = sides[0].isEmpty() ? new String[0] : sides[0].split(":");
        var network = new StringBuilder();
        for (int i = 0; i < NETWORK_GROUPS; i++) {
            network.append(i < front.length ? front[i].replaceFirst("^0+(?=.)", "") : "0")
                    .append(':');
        }
        return network + ":/64";
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

    private boolean isTrusted(String address) {
        try {
            return proxies.include(address);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static String last(String list) {
        return list.substring(list.lastIndexOf(',') + 1).strip();
    }
}
