package org.answerline.account.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The sessions that were signed out lately, on whatever node, as hashes.
 *
 * <p>Payara's nodes keep copies of a shared session and do not ask the cluster again while the copy is as new as the cookie says; without
 * this a copy of the cookie would open the account on such a node after signing out. A node that was cut off from the database at that
 * moment does not hear of it.
 */
@ApplicationScoped
public class EndedSessions {
    /** The oldest are forgotten; a session that old has timed out. */
    private static final int MOST = 50_000;

    private final Set<String> hashes = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    /** Remembers one, by its hash ({@link SessionHash}). */
    public void add(String sessionHash) {
        hashes.add(sessionHash);
    }

    boolean contains(String sessionId) {
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
