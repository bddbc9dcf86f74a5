package org.answerline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Many open event streams in one thread, in a process of its own.
 *
 * <p>Arguments: the port and how many streams a session. Input: a line of Cookie or Authorization for each session, an empty line, then {@code report}. Says
 * {@code OPEN} when all are, and on {@code report} how long marked words took to the streams: number, p50, p99, the longest.
 */
final class StreamsProcess {

    private final Selector selector = Selector.open();
    private final List<StreamReader> readers = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private StreamsProcess() throws IOException {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var streams = new StreamsProcess();
        for (var session = lines.readLine(); !session.isEmpty(); session = lines.readLine()) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                streams.open(Integer.parseInt(arguments[0]), session);
            }
        }
        var reading = new Thread(streams::read, "streams");
        reading.start();
        System.out.println("OPEN " + streams.readers.size());
        lines.readLine();
        streams.over.set(true);
        streams.selector.wakeup();
        reading.join();
        System.out.println("REPORT " + streams.report());
    }

    /** Waits for the first bytes, so that no more than one is opened at a time. */
    private void open(int port, String session) throws IOException {
        var channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 16_384);
        channel.connect(new InetSocketAddress("localhost", port));
        var request = "GET /api/feedback/events/ HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + session
                + "\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        var reader = new StreamReader(channel);
        reader.expectAccepted();
        readers.add(reader);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, reader);
    }

    private void read() {
        try {
            while (!over.get()) {
                selector.select(key -> ((StreamReader) key.attachment()).read(key));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String report() {
        var millis = readers.stream()
                .flatMap(reader -> reader.millis().stream())
                .sorted()
                .toList();
        return new Travel(millis) + " "
                + readers.stream().filter(StreamReader::isOver).count();
    }
}
