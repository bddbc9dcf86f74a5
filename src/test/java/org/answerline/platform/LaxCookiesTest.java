package org.answerline.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LaxCookiesTest {
    @Test
    void marksACookieOnce() {
        assertEquals("A=1; Path=/; SameSite=Lax", LaxCookies.marked("A=1; Path=/", false));
        assertEquals("A=1; SameSite=Lax", LaxCookies.marked(LaxCookies.marked("A=1", false), false));
        assertEquals("A=1; samesite=None", LaxCookies.marked("A=1; samesite=None", false));
    }

    @Test
    void overHttpsItIsForHttpsOnly() {
        assertEquals("A=1; SameSite=Lax; Secure", LaxCookies.marked("A=1", true));
        assertEquals("A=1; Secure; SameSite=Lax", LaxCookies.marked("A=1; Secure", true));
    }
}
