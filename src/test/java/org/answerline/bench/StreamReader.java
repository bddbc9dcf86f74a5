package org.answerline.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One open event stream: notes how long each marked word took to come, the first time it comes. */
final class StreamReader {

    private static final ByteBuffer BUFFER = ByteBuffer.allocate(65_536);

    /** Longer than a mark, which may come in two pieces. */
    private static final int KEPT = 40;

    private final SocketChannel channel;
    private final Map<String, Double> seen = new LinkedHashMap<>();
    private String tail = "";
    private boolean over;

    StreamReader(SocketChannel channel) {
        this.channel = channel;
    }

    /** Returns when the answer begins. */
    void expectAccepted() throws IOException {
        BUFFER.clear();
        channel.read(BUFFER);
        var words = new String(BUFFER.array(), 0, BUFFER.position(), StandardCharsets.UTF_8);
        if (!words.startsWith("HTTP/1.1 200")) {
            throw new IOException("A stream was refused: " + words.lines().findFirst());
        }
    }

    void read(SelectionKey key) {
        BUFFER.clear();
        try {
            if (channel.read(BUFFER) < 0) {
                end(key);
                return;
            }
        } catch (IOException broken) {
            end(key);
            return;
        }
        long now = Travel.now();
        var words = tail + new String(BUFFER.array(), 0, BUFFER.position(), StandardCharsets.UTF_8);
        var mark = Travel.MARK.matcher(words);
        while (mark.find()) {
            seen.putIfAbsent(mark.group(1), (now - Long.parseLong(mark.group(1))) / 1000.0);
        }
        tail = words.substring(Math.max(0, words.length() - KEPT));
    }

    private void end(SelectionKey key) {
        over = true;
        key.cancel();
    }

    boolean isOver() {
        return over;
    }

    List<Double> millis() {
        return List.copyOf(seen.values());
    }
}
