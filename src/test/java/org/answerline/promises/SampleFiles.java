package org.answerline.promises;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files such as people send, each with a content of its own. */
final class SampleFiles {

    private SampleFiles() {}

    static byte[] png() {
        return picture("png");
    }

    static byte[] jpeg() {
        return picture("jpeg");
    }

    private static byte[] picture(String format) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                image.setRGB(x, y, ThreadLocalRandom.current().nextInt());
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] pdf() {
        return pdf(4_000);
    }

    /** A PDF of about this size, as far as its first bytes say. */
    static byte[] pdf(int size) {
        byte[] content = new byte[size];
        ThreadLocalRandom.current().nextBytes(content);
        byte[] head = "%PDF-1.7\n%\u00e2\u00e3\n".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    /** A voice message, as far as its first bytes say. */
    static byte[] ogg() {
        byte[] content = Arrays.copyOf("OggS".getBytes(StandardCharsets.US_ASCII), 3_000);
        byte[] codec = "OpusHead".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(codec, 0, content, 28, codec.length);
        return content;
    }

    static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
            zip.write(text("words"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The beginning of a Windows program. */
    static byte[] program() {
        byte[] content = new byte[512];
        content[0] = 'M';
        content[1] = 'Z';
        content[60] = (byte) 128;
        content[128] = 'P';
        content[129] = 'E';
        return content;
    }
}
