package org.answerline.sandbox.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;

/** What stands before several nodes: each new connection goes to one of them, to another one if that is dead. */
final class Relay implements AutoCloseable {

    private final ServerSocket listener;
    private final List<Node> nodes;
    private final ExecutorService threads;
    private final Random random;

    Relay(List<Node> nodes, ExecutorService threads, long seed) {
        this.nodes = nodes;
        this.threads = threads;
        this.random = new Random(seed);
        try {
            listener = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI url() {
        return URI.create("http://localhost:" + listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var caller = listener.accept();
                threads.execute(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        for (var node : shuffled()) {
            try {
                var callee = new Socket();
                callee.connect(new InetSocketAddress("127.0.0.1", node.url().getPort()), 1000);
                threads.execute(() -> pipe(caller, callee));
                pipe(callee, caller);
                return;
            } catch (IOException dead) {
                // The next one, then.
            }
        }
        close(caller);
    }

    private synchronized List<Node> shuffled() {
        var order = new ArrayList<>(nodes);
        Collections.shuffle(order, random);
        return order;
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // Either end hung up; the other one learns it now.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // That was the wish.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
