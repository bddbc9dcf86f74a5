package org.answerline.platform.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets a query fail at once when the database is unavailable.
 *
 * <p>EclipseLink would try it three times more, and sleep five seconds before each: a reader would wait a quarter of a minute for the
 * error page, and a flood of requests would hold every thread of the server meanwhile. The client tries again.
 */
public class NoQueryRetry implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            login.setQueryRetryAttemptCount(0);
        }
    }
}
