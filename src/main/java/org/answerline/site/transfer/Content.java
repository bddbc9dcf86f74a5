package org.answerline.site.transfer;

import java.io.IOException;

/** Something to send that can be read from any place, so that nothing of it is kept in memory while its reader is slow. */
@FunctionalInterface
public interface Content {

    /**
     * Some of the bytes from a place on, at least one.
     *
     * @param from counted from 0, before the end
     * @param most how many bytes at most
     */
    byte[] read(long from, int most) throws IOException;

    /** No more is read. */
    default void close() throws IOException {
        // Most have nothing open.
    }
}
