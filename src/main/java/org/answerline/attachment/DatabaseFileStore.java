package org.answerline.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Contents in the database, in pieces: they are in its backups, on every node, and go with their user. */
@ApplicationScoped
class DatabaseFileStore implements FileStore {

    private static final int PIECE = 1 << 18;

    @PersistenceContext
    private EntityManager entities;

    @Override
    public void put(String id, Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                entities.createNativeQuery(
                                "insert into attachment_pieces (attachment_id, number, content) values (?1, ?2, ?3)")
                        .setParameter(1, id)
                        .setParameter(2, number++)
                        .setParameter(3, piece)
                        .executeUpdate();
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
        List<?> found = entities.createNativeQuery(
                        "select substring(content from ?3 for ?4) from attachment_pieces where attachment_id = ?1 and number = ?2")
                .setParameter(1, id)
                .setParameter(2, (int) (from / PIECE))
                .setParameter(3, start + 1)
                .setParameter(4, Math.min(most, PIECE - start))
                .getResultList();
        if (found.isEmpty() || ((byte[]) found.get(0)).length == 0) {
            throw new EOFException("The content ends before " + from);
        }
        return (byte[]) found.get(0);
    }

    private byte[] piece(String id, int number) {
        List<?> found = entities.createNativeQuery(
                        "select content from attachment_pieces where attachment_id = ?1 and number = ?2")
                .setParameter(1, id)
                .setParameter(2, number)
                .getResultList();
        return found.isEmpty() ? null : (byte[]) found.get(0);
    }

    /** Pieces go with the row they belong to. */
    @Override
    public void delete(String id) {
        entities.createNativeQuery("delete from attachment_pieces where attachment_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** Nothing to do: a foreign key does it. */
    @Override
    public void sweep(UnaryOperator<Set<String>> known) {}
}
