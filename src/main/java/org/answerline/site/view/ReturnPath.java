package org.answerline.site.view;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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

    /** Whether this path sends the question that was kept. */
    public static boolean sendsQuestion(String path) {
        return path.startsWith(SEND_QUESTION);
    }

    /** The path as the value of a query parameter; slashes may stand there as they are. */
    public static String inQuery(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
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
