package org.answerline.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.answerline.sandbox.Await;

/** Very many open pages, each on a connection of its own, whose readers a proxy names; one thread hears what all of them are told. */
final class EventStreamClients implements AutoCloseable {
    static final int PAGES_EACH = 8;

    /** The ports of one address are not enough for all. */
    private static final int PAGES_AN_ADDRESS = 4_000;

    /** So few that the server needs no more threads to answer than before. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** One page, with the end of what it was told. */
    private static final class Ear {
        private final SocketChannel channel;
        private volatile String told = "";
        private volatile boolean over;

        Ear(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private final URI site;
    private final Selector selector;
    private final List<Ear> ears = new CopyOnWriteArrayList<>();

    EventStreamClients(URI site) throws IOException {
        this.site = site;
        selector = Selector.open();
        var hearing = new Thread(this::hear, "crowd");
        hearing.setDaemon(true);
        hearing.start();
    }

    /** The address by which the proxy names the reader of a page. */
    static String reader(int page) {
        return "reader-" + page / PAGES_EACH + "@example.org";
    }

    /** Opens pages until there are so many, and returns when each has been told where things stand. */
    void grow(int pages) throws IOException {
        var fresh = new ArrayList<Ear>();
        for (int page = ears.size(); page < pages; page++) {
            Await.until(
                    "room",
                    PATIENCE,
                    () -> fresh.stream()
                                    .skip(Math.max(0, fresh.size() - AT_ONCE))
                                    .filter(ear -> !ear.told.contains("event: telegram"))
                                    .count()
                            < AT_ONCE);
            fresh.add(open(page));
        }
        Await.until("every page is open", PATIENCE, () -> fresh.stream()
                .allMatch(ear -> ear.told.contains("event: telegram")));
    }

    /** How many of the pages have been told this lately. */
    long told(String words) {
        return ears.stream().filter(ear -> ear.told.contains(words)).count();
    }

    /** How many pages the server has ended. */
    long over() {
        return ears.stream().filter(ear -> ear.over).count();
    }

    private Ear open(int page) throws IOException {
        var channel = SocketChannel.open();
        channel.bind(new InetSocketAddress("127.0.0." + (4 + page / PAGES_AN_ADDRESS), 0));
        channel.connect(new InetSocketAddress("127.0.0.1", site.getPort()));
        var request =
                "GET /api/feedback/events/ HTTP/1.1\r\nHost: localhost\r\nX-Remote-Email: " + reader(page) + "\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        var ear = new Ear(channel);
        ears.add(ear);
        selector.wakeup();
        channel.register(selector, SelectionKey.OP_READ, ear);
        return ear;
    }

    private void hear() {
        var buffer = ByteBuffer.allocate(1 << 16);
        while (selector.isOpen()) {
            try {
                selector.select(key -> listen((Ear) key.attachment(), buffer), 100);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (java.nio.channels.ClosedSelectorException closed) {
                return;
            }
        }
    }

    private static void listen(Ear ear, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (ear.channel.read(buffer) < 0) {
                ear.over = true;
                ear.channel.close();
            } else {
                var all = ear.told + StandardCharsets.UTF_8.decode(buffer.flip());
                ear.told = all.substring(Math.max(0, all.length() - 2_000));
            }
        } catch (IOException gone) {
            ear.over = true;
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (Ear ear : ears) {
            ear.channel.close();
        }
    }
}
