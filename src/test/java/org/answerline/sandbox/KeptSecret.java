package org.answerline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret thought up once and kept in a file of a private folder. */
final class KeptSecret {

    private static final int BYTES = 32;

    private KeptSecret() {}

    /** The secret of this file, 43 characters of A-Z a-z 0-9 _ - that nobody can guess. */
    static String in(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, random() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
