package org.answerline.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A content in a temporary file, deleted when this is closed, so that no transaction waits for a slow sender. */
final class TempFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private String digest;
    private long size;

    private TempFile(Path path) {
        this.path = path;
    }

    /**
     * Reads to the end.
     *
     * @throws FileRefusedException if there is nothing, or more than so many bytes
     * @throws IOException if the sender breaks off
     */
    static TempFile of(InputStream content, long most) throws IOException {
        TempFile tempFile = new TempFile(newFile());
        try {
            tempFile.fill(content, most);
            return tempFile;
        } catch (IOException | RuntimeException broken) {
            tempFile.close();
            throw broken;
        }
    }

    private void fill(InputStream content, long most) throws IOException {
        MessageDigest sum = sha256();
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new FileRefusedException(FileRefusedException.Reason.TOO_LARGE);
                }
                sum.update(buffer, 0, read);
                write(out, buffer, read);
            }
        }
        if (size == 0) {
            throw new FileRefusedException(FileRefusedException.Reason.EMPTY);
        }
        digest = HexFormat.of().formatHex(sum.digest());
    }

    /** A full disk is not the sender's fault. */
    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    private static Path newFile() {
        try {
            return Files.createTempFile("answerline-", ".upload");
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    String digest() {
        return digest;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
