package org.answerline.sandbox.telegram;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/** Contents for files of people who did not choose one; each is different. */
final class Pictures {
    private Pictures() {}

    static byte[] jpeg() {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, colour(), 320, 240, colour()));
        brush.fillRect(0, 0, 320, 240);
        brush.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Color colour() {
        return Color.getHSBColor(ThreadLocalRandom.current().nextFloat(), 0.5f, 0.8f);
    }

    static byte[] pdf() {
        return ascii(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%"
                        + ThreadLocalRandom.current().nextLong() + "\n%%EOF\n");
    }

    /** Enough of a voice message to be told as one. */
    static byte[] ogg() {
        byte[] content = Arrays.copyOf(ascii("OggS"), 2048);
        byte[] codec = ascii("OpusHead");
        System.arraycopy(codec, 0, content, 28, codec.length);
        return content;
    }

    /** Enough of a static sticker to be told as one. */
    static byte[] webp() {
        return Arrays.copyOf(ascii("RIFF\u0024\0\0\0WEBPVP8 "), 44);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
