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

/** Between what happens on any node and the open streams of this one: tells all nodes whom it concerns, and hears it. */
@ApplicationScoped
public class LiveUpdates implements NodeEvents.Listener {

    /** Before a user's number: the word that has their open pages look again. */
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

    /** Begins to listen; called when the application is up. */
    public void start() {
        streams.start(threads);
        nodeEvents.start(this);
    }

    /** Where a page that is read now has its stream begin. */
    public String position() {
        return changes.now().id();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged conversation) {
        nodeEvents.tell(USER + conversation.userId());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinkChanged link) {
        nodeEvents.tell(USER + link.userId());
    }

    /** On this node at once: the word to all nodes may find the database unavailable. */
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

    /** What is new is read; who was signed out on another node meanwhile does not come again. */
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
