package org.answerline.site.view;

import java.util.stream.Stream;

/**
 * Where the reader is on the site, for the links at the top of a page.
 *
 * @param signedIn whether there are links at all
 * @param here the path of this page
 * @param signOutUrl the URL where signing out begins; null if there is none
 */
public record Navigation(boolean signedIn, String here, String signOutUrl) {
    /** Of a page without such links, as an error page is. */
    static final Navigation NONE = new Navigation(false, "", null);

    /**
     * The value of aria-current for a link; null for none.
     *
     * @param sections beginnings of the paths of the pages that belong to the link's page
     */
    public String current(String path, String... sections) {
        if (here.equals(path)) {
            return "page";
        }
        return Stream.of(sections).anyMatch(here::startsWith) ? "true" : null;
    }
}
