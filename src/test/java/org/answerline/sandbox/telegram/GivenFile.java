package org.answerline.sandbox.telegram;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** The file that a call names or brings, refused as the real server refuses it. */
final class GivenFile {
    private static final long LARGEST_UPLOAD = 50L << 20;
    private static final long LARGEST_PHOTO = 10L << 20;
    private static final int SIDES = 10_000;
    private static final int RATIO = 20;

    private GivenFile() {}

    static StoredFile read(String sort, String name, Parameters parameters) throws Refusal {
        Upload upload = parameters.upload(name);
        if (upload != null) {
            return uploaded(sort, upload);
        }
        if (parameters.text(name).isEmpty()) {
            throw Refusal.badRequest("there is no " + words(sort) + " in the request");
        }
        return known(sort, parameters.text(name));
    }

    static StoredFile known(String sort, String id) throws Refusal {
        StoredFile file = StoredFile.find(id)
                .orElseThrow(() ->
                        Refusal.badRequest("wrong remote file identifier specified: Wrong character in the string"));
        if (!file.sort().equals(sort)) {
            throw Refusal.badRequest("can't use file of type " + title(file.sort()) + " as " + title(sort));
        }
        return file;
    }

    private static StoredFile uploaded(String sort, Upload upload) throws Refusal {
        if (upload.content().length == 0) {
            throw Refusal.badRequest("file must be non-empty");
        }
        if (upload.content().length > LARGEST_UPLOAD) {
            throw Refusal.of(413, "Request Entity Too Large");
        }
        if (sort.equals("photo")) {
            checkPhoto(upload.content());
        }
        return StoredFile.keep(sort, upload.fileName(), upload.content());
    }

    private static void checkPhoto(byte[] content) throws Refusal {
        if (content.length > LARGEST_PHOTO) {
            throw Refusal.badRequest("file of size " + content.length
                    + " bytes is too big for a photo; the maximum size is " + LARGEST_PHOTO + " bytes");
        }
        BufferedImage image = image(content);
        if (image == null) {
            throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
        }
        int longer = Math.max(image.getWidth(), image.getHeight());
        int shorter = Math.min(image.getWidth(), image.getHeight());
        if (longer + shorter > SIDES || longer > RATIO * shorter) {
            throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
        }
    }

    private static BufferedImage image(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException | RuntimeException broken) {
            return null;
        }
    }

    private static String words(String sort) {
        return sort.replace('_', ' ');
    }

    private static String title(String sort) {
        return Arrays.stream(sort.split("_"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
