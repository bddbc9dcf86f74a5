package org.answerline.site;

/** Where to go after signing in: only ever a path of this site, whatever a link says. */
final class NextPath {
    static final String HOME = "/support/";

    private NextPath() {}

    // Browsers read a backslash as a slash and drop tabs and line ends, so a path may hold none of them.
    static String own(String wanted) {
        return wanted != null && wanted.matches("/(?!/)[\\w\\-.~/%?=&+:@!,;*()']*") ? wanted : HOME;
    }
}
