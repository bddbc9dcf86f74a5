package org.answerline.account.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The hashes of sessions that were signed out recently on any node.
 *
 * <p>Payara's nodes keep copies of a shared session and do not check the cluster while the copy is as new as the cookie says; without this
 * class a copied cookie would open the account on such a node after signing out. A node without a connection to the database at that
 * moment misses the notification.
 */
@ApplicationScoped
public class EndedSessions {
    /** The largest number of entries; the oldest are removed, because their sessions have timed out. */
    private static final int MOST = 50_000;

    private final Set<String> hashes = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    /** Adds a session by its hash ({@link SessionHash}). */
    public void add(String sessionHash) {
        hashes.add(sessionHash);
    }

    /** Whether this session was signed out on some node. */
    public boolean contains(String sessionId) {
        return !hashes.isEmpty() && hashes.contains(SessionHash.of(sessionId));
    }

    private static final class Newest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }
}
