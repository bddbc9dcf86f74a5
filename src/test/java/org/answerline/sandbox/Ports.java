package org.answerline.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
final class Ports {

    private Ports() {}

    /** A port nobody listens on now. */
    static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a server cannot listen on this port, because somebody does or because the system keeps it. */
    static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: a port left a moment ago is no longer taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
