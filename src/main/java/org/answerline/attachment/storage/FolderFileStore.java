package org.answerline.attachment.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Contents as files in a folder that all nodes share. */
public final class FolderFileStore implements FileStore {

    /** A file younger than this may belong to a transaction that has not committed yet. */
    private static final Duration SETTLED = Duration.ofHours(1);

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

    @Override
    public void sweep(UnaryOperator<Set<String>> known) throws IOException {
        for (Path shard : list(folder)) {
            Map<String, Path> old = new HashMap<>();
            for (Path file : list(shard)) {
                if (Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(SETTLED))) {
                    old.put(file.getFileName().toString(), file);
                }
            }
            old.keySet().removeAll(known.apply(Set.copyOf(old.keySet())));
            for (Path orphan : old.values()) {
                Files.deleteIfExists(orphan);
            }
        }
    }

    private static List<Path> list(Path where) throws IOException {
        if (!Files.isDirectory(where)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(where)) {
            return all.toList();
        }
    }

    /** Spread over 256 shard folders, because folders with very many files are slow to list. */
    private Path place(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }
}
