package org.answerline.platform.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A picture that the owner has chosen, in memory.
 *
 * @param content at most {@value #LARGEST} bytes
 * @param type its media type, determined by the content
 */
public record LogoFile(byte[] content, String type) {

    static final int LARGEST = 200_000;

    private static final int BEGINNING = 1_024;
    private static final String PNG = "89504e470d0a1a0a";
    private static final Pattern WEBP = Pattern.compile("52494646.{8}57454250.*");
    // Comments, a declaration and a document type may come first.
    private static final Pattern SVG = Pattern.compile("(?s)\\uFEFF?\\s*<(?:svg[\\s>]|[?!].*<svg[\\s>]).*");

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it cannot be read, is too large, or is neither SVG nor PNG nor WebP
     */
    static LogoFile read(String path) {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new IllegalArgumentException();
            }
            byte[] content = Files.readAllBytes(file);
            return new LogoFile(content, type(content));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static String type(byte[] content) {
        int length = Math.min(content.length, BEGINNING);
        String bytes = HexFormat.of().formatHex(content, 0, length);
        if (bytes.startsWith(PNG)) {
            return "image/png";
        }
        if (WEBP.matcher(bytes).matches()) {
            return "image/webp";
        }
        if (SVG.matcher(new String(content, StandardCharsets.UTF_8)).matches()) {
            return "image/svg+xml";
        }
        throw new IllegalArgumentException();
    }
}
