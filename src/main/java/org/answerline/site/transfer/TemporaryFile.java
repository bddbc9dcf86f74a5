package org.answerline.site.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The content of a file that is deleted after it has been sent. */
record TemporaryFile(Path file) implements Content {
    @Override
    public byte[] read(long from, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var piece = ByteBuffer.allocate(most);
            channel.read(piece, from);
            return Arrays.copyOf(piece.array(), piece.position());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
