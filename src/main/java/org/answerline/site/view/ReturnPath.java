package org.answerline.site.view;

import java.net.URI;
import java.net.URISyntaxException;

/** The path to go to after signing in: always a path of this site, whatever a link contains. */
public final class ReturnPath {
    public static final String HOME = "/support/";

    /** The path that sends the question that was kept while its user signed in. */
    public static final String SEND_QUESTION = "/support/send/";

    private ReturnPath() {}

    // Browsers treat a backslash as a slash and drop tabs and line ends, so a path must not contain any of them.
    public static String own(String wanted) {
        return wanted != null && wanted.matches("/(?!/)[\\w\\-.~/%?=&+:@!,;*()']*") && isAddress(wanted)
                ? wanted
                : HOME;
    }

    /** Whether the path is valid: percent signs must begin an escape, and dot segments would change the path. */
    private static boolean isAddress(String path) {
        try {
            return new URI(path).getRawAuthority() == null && !path.matches("[^?]*/\\.{1,2}(/.*|\\?.*|)");
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
