package org.answerline.site.api.widget;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CsrfFilterTest {
    private static final String HOST = "desk.example";

    @Test
    void letsOurOwnPagesAndProgramsPass() {
        assertTrue(CsrfFilter.isOurs("same-origin", "https://desk.example", "inner:8080"));
        assertTrue(CsrfFilter.isOurs("none", null, HOST));
        assertTrue(CsrfFilter.isOurs(null, "https://desk.example", HOST));
        assertTrue(CsrfFilter.isOurs(null, null, HOST));
    }

    @Test
    void refusesEveryOtherSite() {
        assertFalse(CsrfFilter.isOurs("cross-site", "https://desk.example", HOST));
        assertFalse(CsrfFilter.isOurs("same-site", "https://shop.example", HOST));
        assertFalse(CsrfFilter.isOurs(null, "https://evil.example", HOST));
        assertFalse(CsrfFilter.isOurs(null, "null", HOST));
        assertFalse(CsrfFilter.isOurs(null, "https://desk.example.evil", HOST));
    }
}
