package org.answerline.platform.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Sends short events to every node, this one included: a hint that something changed, never the data.
 *
 * <p>An event may arrive twice, and is lost with a node that dies right after the change; listeners must be able to read the data again.
 */
@ApplicationScoped
public class NodeEvents {

    /** The channel of PostgreSQL's NOTIFY. */
    public static final String CHANNEL = "answerline";

    /** Receives the events. */
    public interface Listener {

        /** These events were sent by any node. */
        void heard(Set<String> words);

        /** Events may have been missed, because the connection was lost for a while or is new. */
        void mayHaveMissed();
    }

    @Inject
    private PgNotifySender sender;

    @Inject
    private PgNotifyListener receiver;

    @Resource
    private ManagedThreadFactory threads;

    private boolean started;

    /** Begins to send and to listen; called once, when the application is up. */
    public synchronized void start(Listener listener) {
        if (!started) {
            started = true;
            threads.newThread(sender::run).start();
            threads.newThread(() -> receiver.run(listener)).start();
        }
    }

    /** Sends an event, without blanks and of at most 100 characters, soon; the caller does not wait. To be called after the commit. */
    public void tell(String word) {
        sender.put(word);
    }

    @PreDestroy
    void stop() {
        sender.stop();
        receiver.stop();
    }
}
