package org.answerline.site.account.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinkQrCodeTest {
    @Test
    void drawsTheFinderPatternInsideAQuietZone() {
        var picture = LinkQrCode.of("https://t.me/Bot?start=abc");
        assertTrue(picture.path().startsWith("M4,4h1v1h-1z"), picture.path());
        assertEquals("0 0 " + picture.size() + " " + picture.size(), picture.viewBox());
        assertEquals(1, picture.size() % 2);
    }
}
