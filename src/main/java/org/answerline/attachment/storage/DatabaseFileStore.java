package org.answerline.attachment.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.answerline.platform.database.JdbcClient;

/** Contents in the database, in pieces: its backups have them, every node reads them, and they are deleted with their user. */
@ApplicationScoped
public class DatabaseFileStore implements FileStore {

    private static final int PIECE = 1 << 18;

    @Inject
    private JdbcClient database;

    @Override
    public void put(String id, Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                database.update(
                        "insert into attachment_pieces (attachment_id, number, content) values (?, ?, ?)",
                        id,
                        number++,
                        piece);
            }
        }
    }

    /** One short query a piece, so that a slow reader holds no connection. */
    @Override
    public InputStream open(String id) {
        return new ChunkInputStream(number -> piece(id, number));
    }

    /** Up to the end of a piece; the database cuts it out, so that a large piece is not read for each small part of it. */
    @Override
    public byte[] read(String id, long from, int most) throws IOException {
        int start = (int) (from % PIECE);
        return database.first(
                        row -> row.getBytes(1),
                        "select substring(content from ? for ?) from attachment_pieces where attachment_id = ? and number = ?",
                        start + 1,
                        Math.min(most, PIECE - start),
                        id,
                        (int) (from / PIECE))
                .filter(found -> found.length > 0)
                .orElseThrow(() -> new EOFException("The content ends before " + from));
    }

    private byte[] piece(String id, int number) {
        return database.first(
                        row -> row.getBytes(1),
                        "select content from attachment_pieces where attachment_id = ? and number = ?",
                        id,
                        number)
                .orElse(null);
    }

    /** Pieces go with the row they belong to. */
    @Override
    public void delete(String id) {
        database.update("delete from attachment_pieces where attachment_id = ?", id);
    }

    /** Nothing to do: a foreign key does it. */
    @Override
    public void sweep(UnaryOperator<Set<String>> known) {}
}
