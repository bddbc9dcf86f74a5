package org.answerline.attachment.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerline.platform.observability.Log;

/** Contents as files in a folder that all nodes share. */
public final class FolderFileStore implements FileStore {

    /** A file younger than this may belong to a transaction that has not committed yet. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");

    /** The id of an attachment, and while its content is being written with an ending. */
    private static final Pattern CONTENT = Pattern.compile("[0-9a-f]{32}(\\.part)?");

    private static final Logger LOG = Log.of(FolderFileStore.class);

    private final Path folder;

    /** In this folder, which need not exist yet. */
    public FolderFileStore(Path folder) {
        this.folder = folder;
    }

    /** Writes a temporary file, syncs it to the disk and renames it, so that a crash leaves no incomplete file. */
    @Override
    public void put(String id, Path content) throws IOException {
        Path place = place(id);
        Files.createDirectories(place.getParent());
        Path part = place.resolveSibling(id + ".part");
        Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public InputStream open(String id) throws IOException {
        return Files.newInputStream(place(id));
    }

    @Override
    public byte[] read(String id, long from, int most) throws IOException {
        try (FileChannel content = FileChannel.open(place(id), StandardOpenOption.READ)) {
            ByteBuffer some = ByteBuffer.allocate(most);
            int count = content.read(some, from);
            if (count <= 0) {
                throw new EOFException("The content ends before " + from);
            }
            return Arrays.copyOf(some.array(), count);
        }
    }

    @Override
    public void delete(String id) throws IOException {
        Files.deleteIfExists(place(id));
    }

    /**
     * Leaves everything alone that is not named as this class names it: the folder may be the root of a volume, with {@code lost+found}, or
     * have other files of its owner. A shard folder that cannot be read does not keep the others from being swept.
     */
    @Override
    public void sweep(UnaryOperator<Set<String>> known) throws IOException {
        for (Path shard : list(folder)) {
            if (SHARD.matcher(name(shard)).matches() && Files.isDirectory(shard)) {
                try {
                    sweep(shard, known);
                } catch (IOException unreadable) {
                    LOG.log(Level.WARNING, () -> "Files without a record stay in " + shard + ": " + unreadable);
                }
            }
        }
    }

    private static void sweep(Path shard, UnaryOperator<Set<String>> known) throws IOException {
        Map<String, Path> old = new HashMap<>();
        for (Path file : list(shard)) {
            if (CONTENT.matcher(name(file)).matches() && name(file).startsWith(name(shard)) && isOld(file)) {
                old.put(name(file), file);
            }
        }
        old.keySet().removeAll(known.apply(Set.copyOf(old.keySet())));
        for (Path orphan : old.values()) {
            Files.deleteIfExists(orphan);
        }
    }

    private static boolean isOld(Path file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    && attributes
                            .lastModifiedTime()
                            .toInstant()
                            .isBefore(Instant.now().minus(SETTLED));
        } catch (NoSuchFileException deletedMeanwhile) {
            return false;
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> list(Path where) throws IOException {
        if (!Files.isDirectory(where)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(where)) {
            return all.toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** Spread over 256 shard folders, because folders with very many files are slow to list. */
    private Path place(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }
}
