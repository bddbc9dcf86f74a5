package org.answerline.platform.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The proxies whose word about who is there is believed: addresses and networks such as 10.0.0.0/8, after one another with commas. */
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

    /** Reads the setting; refuses with an {@link IllegalArgumentException} what is no address and no network. */
    public static TrustedProxies of(String list) {
        return new TrustedProxies(Pattern.compile(",")
                .splitAsStream(list)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(TrustedProxies::network)
                .toList());
    }

    /** Whether this address is one of theirs; what is no address is not. */
    public boolean include(String address) {
        return IpAddress.read(address).map(this::include).orElse(false);
    }

    /** Whether this address is one of theirs. */
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
