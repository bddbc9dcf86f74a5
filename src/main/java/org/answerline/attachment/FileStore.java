package org.answerline.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Where the contents of files are kept, each under its attachment's id. */
interface FileStore {

    /** Keeps a content for good before it returns; in the caller's transaction if it can. */
    void put(String id, Path content) throws IOException;

    /** The content from its beginning. */
    InputStream open(String id) throws IOException;

    /**
     * Some of a content from a place on, for a reader that may be slow.
     *
     * @return between one and so many bytes
     * @throws IOException if there are none
     */
    byte[] read(String id, long from, int most) throws IOException;

    /** Forgets a content, if there is one. */
    void delete(String id) throws IOException;

    /**
     * Forgets what no attachment stands for any more.
     *
     * @param known out of these ids, those that still have an attachment
     */
    void sweep(UnaryOperator<Set<String>> known) throws IOException;
}
