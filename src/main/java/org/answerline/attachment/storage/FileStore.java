package org.answerline.attachment.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Stores the contents of files, each under the id of its attachment. */
public interface FileStore {

    /** Stores a content durably before it returns; in the caller's transaction if the store takes part in one. */
    void put(String id, Path content) throws IOException;

    /** The content from its first byte. */
    InputStream open(String id) throws IOException;

    /**
     * A part of a content, for a reader that may be slow.
     *
     * @param from the first byte, counted from 0
     * @return between one and {@code most} bytes
     * @throws IOException if the content ends before {@code from}
     */
    byte[] read(String id, long from, int most) throws IOException;

    /** Deletes a content, if there is one. */
    void delete(String id) throws IOException;

    /**
     * Deletes contents whose attachments no longer exist.
     *
     * @param known gives those of some ids that still have an attachment
     */
    void sweep(UnaryOperator<Set<String>> known) throws IOException;
}
