package org.answerline.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SameSiteCookiesTest {
    @Test
    void marksACookieOnce() {
        assertEquals("A=1; Path=/; SameSite=Lax", SameSiteCookies.marked("A=1; Path=/", false));
        assertEquals("A=1; SameSite=Lax", SameSiteCookies.marked(SameSiteCookies.marked("A=1", false), false));
        assertEquals("A=1; samesite=None", SameSiteCookies.marked("A=1; samesite=None", false));
    }

    @Test
    void overHttpsItIsForHttpsOnly() {
        assertEquals("A=1; SameSite=Lax; Secure", SameSiteCookies.marked("A=1", true));
        assertEquals("A=1; Secure; SameSite=Lax", SameSiteCookies.marked("A=1; Secure", true));
    }
}
