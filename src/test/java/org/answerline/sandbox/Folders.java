package org.answerline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Folders of the try-out and the tests. */
final class Folders {

    private Folders() {}

    /** What may be made again at any time and is worth keeping: the unpacked database server, temporary data. */
    static Path cache() {
        return makePrivate(Path.of(System.getProperty("user.home"), ".cache", "answerline"));
    }

    /** Makes the folder with its parents where it does not exist. */
    static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folder so that nobody else on the machine may look in, let alone exchange what is in it. */
    static Path makePrivate(Path folder) {
        var view = Files.getFileAttributeView(make(folder), PosixFileAttributeView.class);
        try {
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a file over what is there, and makes the folders it lies in. */
    static void copy(Path file, Path to) {
        make(to.getParent());
        try {
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a folder with all that is in it, and its permissions; the copy does not exist yet, nor need the folder that it lies in. */
    static void copyAll(Path folder, Path to) {
        make(to.getParent());
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(folder.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether two files say the same. */
    static boolean same(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the folder with all that is in it, if it is there. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
