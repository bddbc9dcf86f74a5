package org.answerline.platform.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Carries short words to every node of the desk, this one too: a hint that something changed, never the thing itself.
 *
 * <p>A word may come twice, and is lost with a node that dies right after it was told; who listens must be able to look again.
 */
@ApplicationScoped
public class NodeEvents {

    /** The channel of PostgreSQL's NOTIFY that carries the words. */
    public static final String CHANNEL = "answerline";

    /** Hears what is told. */
    public interface Listener {

        /** These words were told, on whatever node. */
        void heard(Set<String> words);

        /** Words may have been missed, because the connection was lost for a while or is new. */
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

    /** Tells a word, without blanks and of at most 100 characters, soon; the caller does not wait. Not before a commit. */
    public void tell(String word) {
        sender.put(word);
    }

    @PreDestroy
    void stop() {
        sender.stop();
        receiver.stop();
    }
}
