package org.answerline.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LaxCookiesTest {
    @Test
    void marksACookieOnce() {
        assertEquals("A=1; Path=/; SameSite=Lax", LaxCookies.marked("A=1; Path=/"));
        assertEquals("A=1; SameSite=Lax", LaxCookies.marked(LaxCookies.marked("A=1")));
        assertEquals("A=1; samesite=None", LaxCookies.marked("A=1; samesite=None"));
    }
}
