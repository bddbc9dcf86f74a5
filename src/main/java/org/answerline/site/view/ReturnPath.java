package org.answerline.site.view;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to go after signing in: only ever a path of this site, whatever a link says. */
public final class ReturnPath {
    public static final String HOME = "/support/";

    /** Sends the question that the browser kept while its user signed in. */
    public static final String SEND_QUESTION = "/support/send/";

    private ReturnPath() {}

    // Browsers read a backslash as a slash and drop tabs and line ends, so a path may hold none of them.
    public static String own(String wanted) {
        return wanted != null && wanted.matches("/(?!/)[\\w\\-.~/%?=&+:@!,;*()']*") && isAddress(wanted)
                ? wanted
                : HOME;
    }

    /** Not every percent sign begins an escape, and segments of dots say something else than they seem to. */
    private static boolean isAddress(String path) {
        try {
            return new URI(path).getRawAuthority() == null && !path.matches("[^?]*/\\.{1,2}(/.*|\\?.*|)");
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
