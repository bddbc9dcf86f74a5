package org.answerline.attachment.storage;

import java.io.InputStream;
import java.util.function.IntFunction;

/** A content that is read piece by piece; the function gives null after the last piece. */
final class ChunkInputStream extends InputStream {

    private final IntFunction<byte[]> pieces;
    private byte[] piece = {};
    private int number;
    private int at;

    ChunkInputStream(IntFunction<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return more() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean more() {
        while (piece != null && at == piece.length) {
            piece = pieces.apply(number++);
            at = 0;
        }
        return piece != null;
    }
}
