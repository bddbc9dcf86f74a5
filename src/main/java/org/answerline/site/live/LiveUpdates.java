package org.answerline.site.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import org.answerline.account.session.EndedSessions;
import org.answerline.account.session.SessionHash;
import org.answerline.account.session.SessionsRevoked;
import org.answerline.account.session.SignedOut;
import org.answerline.conversation.message.ConversationChanged;
import org.answerline.linking.LinkChanged;
import org.answerline.platform.database.NodeEvents;

/** Connects events on any node with the open streams of this one: it notifies all nodes of the user concerned, and receives that. */
@ApplicationScoped
public class LiveUpdates implements NodeEvents.Listener {

    /** Prefix of a notification that a user's data changed, followed by the user's id. */
    public static final String USER = "user:";

    private static final String SESSION = "session:";
    private static final String ACCOUNT = "account:";

    @Inject
    private NodeEvents nodeEvents;

    @Inject
    private EventStreams streams;

    @Inject
    private ConversationChanges changes;

    @Inject
    private EndedSessions ended;

    @Resource
    private ManagedThreadFactory threads;

    /** Starts to listen; called when the application has started. */
    public void start() {
        streams.start(threads);
        nodeEvents.start(this);
    }

    /** The position at which the stream of a page that is rendered now begins. */
    public String position() {
        return changes.now().id();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged conversation) {
        nodeEvents.tell(USER + conversation.userId());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinkChanged link) {
        nodeEvents.tell(USER + link.userId());
    }

    /** Closes the streams of this node at once, because the database may be unavailable for the notification. */
    void signedOut(@Observes SignedOut reader) {
        String session = SessionHash.of(reader.sessionId());
        end(session);
        nodeEvents.tell(SESSION + session);
    }

    private void end(String session) {
        ended.add(session);
        streams.endSession(session);
    }

    void signInsEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsRevoked account) {
        streams.endAll(account.userId());
        nodeEvents.tell(ACCOUNT + account.userId());
    }

    @Override
    public void heard(Set<String> words) {
        for (String word : words) {
            if (word.startsWith(USER)) {
                streams.wake(Long.parseLong(word.substring(USER.length())));
            } else if (word.startsWith(SESSION)) {
                end(word.substring(SESSION.length()));
            } else if (word.startsWith(ACCOUNT)) {
                streams.endAll(Long.parseLong(word.substring(ACCOUNT.length())));
            }
        }
    }

    /** Reads all changes and closes all streams soon: a session that was signed out on another node cannot reconnect. */
    @Override
    public void mayHaveMissed() {
        streams.wakeAll();
        streams.endAllSoon();
    }

    @PreDestroy
    void stop() {
        streams.stop();
    }
}
