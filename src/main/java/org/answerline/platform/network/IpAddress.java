package org.answerline.platform.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IP addresses as servers and proxies write them; nothing is ever looked up in DNS.
 *
 * <p>An IPv4 address that is mapped into IPv6 ({@code ::ffff:203.0.113.7}) is the IPv4 address.
 */
public final class IpAddress {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String V4 = OCTET + "(?:\\." + OCTET + "){3}";
    private static final String V6 = "[0-9A-Fa-f]*:[0-9A-Fa-f:]*(?::" + V4 + ")?";
    private static final Pattern PLAIN = Pattern.compile(V4 + "|" + V6);
    /** An address with optional quotes, brackets, IPv6 zone and port. */
    private static final Pattern WRITTEN = Pattern.compile(
            "\"?(?:\\[(" + V6 + ")(?:%[^]]*)?](?::[0-9]{1,5})?|(" + V4 + ")(?::[0-9]{1,5})?|(" + V6 + ")(?:%.*?)?)\"?");
    /** The longest accepted text, including the optional parts. */
    private static final int LONGEST = 120;

    private IpAddress() {}

    /** The address without port, brackets, zone and quotes; empty for anything else, such as {@code unknown}. */
    public static Optional<InetAddress> read(String written) {
        String text = written.strip();
        Matcher parts = WRITTEN.matcher(text.length() > LONGEST ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String address = parts.group(1) != null ? parts.group(1) : parts.group(2);
        try {
            return Optional.of(plain(address == null ? parts.group(3) : address));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Parses an address without any optional parts. */
    static InetAddress plain(String address) {
        try {
            if (!PLAIN.matcher(address).matches()) {
                throw new IllegalArgumentException(address);
            }
            return InetAddress.getByName(address);
        } catch (UnknownHostException none) {
            throw new IllegalArgumentException(address, none);
        }
    }

    /** The unit that rate limits count: an IPv4 address, or the /64 network of an IPv6 address. */
    public static String network(InetAddress address) {
        if (address instanceof Inet4Address) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        var network = new StringBuilder();
        for (int i = 0; i < bytes.length / 2; i += 2) {
            network.append(Integer.toHexString((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF))
                    .append(':');
        }
        return network + ":/64";
    }
}
