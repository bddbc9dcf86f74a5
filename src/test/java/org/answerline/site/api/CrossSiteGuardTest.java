package org.answerline.site.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CrossSiteGuardTest {
    private static final String HOST = "desk.example";

    @Test
    void letsOurOwnPagesAndProgramsPass() {
        assertTrue(CrossSiteGuard.isOurs("same-origin", "https://desk.example", "inner:8080"));
        assertTrue(CrossSiteGuard.isOurs("none", null, HOST));
        assertTrue(CrossSiteGuard.isOurs(null, "https://desk.example", HOST));
        assertTrue(CrossSiteGuard.isOurs(null, null, HOST));
    }

    @Test
    void refusesEveryOtherSite() {
        assertFalse(CrossSiteGuard.isOurs("cross-site", "https://desk.example", HOST));
        assertFalse(CrossSiteGuard.isOurs("same-site", "https://shop.example", HOST));
        assertFalse(CrossSiteGuard.isOurs(null, "https://evil.example", HOST));
        assertFalse(CrossSiteGuard.isOurs(null, "null", HOST));
        assertFalse(CrossSiteGuard.isOurs(null, "https://desk.example.evil", HOST));
    }
}
