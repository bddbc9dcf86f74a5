package org.answerline.site.live;

import java.nio.charset.StandardCharsets;

/**
 * The lines of an event stream. Data is JSON without line ends, so one line for each event is enough.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">Parsing an event stream</a>
 */
final class ServerSentEvent {

    private ServerSentEvent() {}

    static byte[] event(String name, EventId position, String json) {
        return bytes("event: " + name + "\nid: " + position.id() + "\ndata: " + json + "\n\n");
    }

    /** Sets how long a browser waits before it reconnects, in milliseconds. */
    static byte[] retry(long millis) {
        return bytes("retry: " + millis + "\n\n");
    }

    /** An empty comment, which shows both sides that the connection is alive. */
    static byte[] heartbeat() {
        return bytes(":\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
