package org.answerline.site.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import org.answerline.account.SignInsEnded;
import org.answerline.account.SignedOut;
import org.answerline.conversation.ConversationChanged;
import org.answerline.linking.LinkChanged;
import org.answerline.platform.Broadcast;

/** Between what happens on any node and the open streams of this one: tells all nodes whom it concerns, and hears it. */
@ApplicationScoped
public class LiveUpdates implements Broadcast.Listener {

    private static final String USER = "user:";
    private static final String SESSION = "session:";
    private static final String ACCOUNT = "account:";

    @Inject
    private Broadcast broadcast;

    @Inject
    private OpenStreams streams;

    @Inject
    private Newsroom newsroom;

    @Resource
    private ManagedThreadFactory threads;

    /** Begins to listen; called when the application is up. */
    public void start() {
        streams.start(threads);
        broadcast.start(this);
    }

    /** Where a page that is read now has its stream begin. */
    public String position() {
        return newsroom.now().id();
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged conversation) {
        broadcast.tell(USER + conversation.userId());
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinkChanged link) {
        broadcast.tell(USER + link.userId());
    }

    void signedOut(@Observes SignedOut reader) {
        broadcast.tell(SESSION + SessionName.of(reader.sessionId()));
    }

    void signInsEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignInsEnded account) {
        broadcast.tell(ACCOUNT + account.userId());
    }

    @Override
    public void heard(Set<String> words) {
        for (String word : words) {
            if (word.startsWith(USER)) {
                streams.wake(Long.parseLong(word.substring(USER.length())));
            } else if (word.startsWith(SESSION)) {
                streams.endSession(word.substring(SESSION.length()));
            } else if (word.startsWith(ACCOUNT)) {
                streams.endAll(Long.parseLong(word.substring(ACCOUNT.length())));
            }
        }
    }

    @Override
    public void mayHaveMissed() {
        streams.wakeAll();
    }

    @PreDestroy
    void stop() {
        streams.stop();
    }
}
