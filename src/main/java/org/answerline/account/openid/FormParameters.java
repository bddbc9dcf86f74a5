package org.answerline.account.openid;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Parameters of a form or an address, in the order they were given. */
final class FormParameters {
    private final StringJoiner pairs = new StringJoiner("&");

    FormParameters with(String name, String value) {
        pairs.add(encoded(name) + "=" + encoded(value));
        return this;
    }

    /** Added to an address, which may have parameters of its own. */
    URI at(String address) {
        return URI.create(address + (address.contains("?") ? "&" : "?") + pairs);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return pairs.toString();
    }
}
