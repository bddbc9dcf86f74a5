package org.answerline.site.transfer;

import java.io.IOException;

/** A content to send that can be read from any position, so that it is not kept in memory while its receiver is slow. */
@FunctionalInterface
public interface Content {

    /**
     * Reads bytes from a position; at least one.
     *
     * @param from the position, counted from 0 and before the end
     * @param most the largest number of bytes to read
     */
    byte[] read(long from, int most) throws IOException;

    /** Releases the content; nothing is read after this. */
    default void close() throws IOException {
        // most contents hold nothing open
    }
}
