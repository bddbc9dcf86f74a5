package org.answerline.platform.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The proxies whose headers about the client are trusted: a comma-separated list of addresses and networks such as 10.0.0.0/8. */
public final class TrustedProxies {
    private record Network(byte[] address, int bits) {
        boolean includes(byte[] other) {
            return address.length == other.length && Arrays.equals(prefix(address), prefix(other));
        }

        private byte[] prefix(byte[] whole) {
            byte[] prefix = Arrays.copyOf(whole, (bits + 7) / 8);
            if (bits % 8 > 0) {
                prefix[prefix.length - 1] &= (byte) (0xFF << (8 - bits % 8));
            }
            return prefix;
        }
    }

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /** Parses the setting; throws an {@link IllegalArgumentException} for anything but addresses and networks. */
    public static TrustedProxies of(String list) {
        return new TrustedProxies(Pattern.compile(",")
                .splitAsStream(list)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(TrustedProxies::network)
                .toList());
    }

    /** Whether this address belongs to a trusted proxy; false for a malformed address. */
    public boolean include(String address) {
        return IpAddress.read(address).map(this::include).orElse(false);
    }

    /** Whether this address belongs to a trusted proxy. */
    public boolean include(InetAddress address) {
        byte[] peer = address.getAddress();
        return networks.stream().anyMatch(network -> network.includes(peer));
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] address =
                IpAddress.plain(slash < 0 ? text : text.substring(0, slash)).getAddress();
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException(text);
        }
        return new Network(address, bits);
    }
}
