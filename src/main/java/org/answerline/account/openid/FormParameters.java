package org.answerline.account.openid;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Parameters of a form or a URI, in the order in which they were added. */
final class FormParameters {
    private final StringJoiner pairs = new StringJoiner("&");

    FormParameters with(String name, String value) {
        pairs.add(encoded(name) + "=" + encoded(value));
        return this;
    }

    /** Appends the parameters to a URI, which may have a query already. */
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
