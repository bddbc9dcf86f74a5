package org.answerline.platform.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.StartupFailure;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Changes EclipseLink's session before it connects to the database for the first time. */
public class EntitySessionCustomizer implements SessionCustomizer {

    private static final Logger LOG = Log.of(EntitySessionCustomizer.class);

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) {
            failAtOnce(login);
            endWithoutDatabase(login, session);
        }
    }

    /**
     * Lets a query fail at once when the database is unavailable.
     *
     * <p>EclipseLink would try it three times more, and sleep five seconds before each: a reader would wait a quarter of a minute for the
     * error page, and a flood of requests would hold every thread of the server meanwhile. The client tries again.
     */
    private static void failAtOnce(DatabaseLogin login) {
        login.setQueryRetryAttemptCount(0);
    }

    /**
     * Ends a start whose database has gone since the start script checked it. Payara would give the application up and go on without it,
     * its port closed, so that nothing would start it again. Any other fault is left to the server, which meets it next.
     */
    private static void endWithoutDatabase(DatabaseLogin login, Session session) {
        try (Connection connection = (Connection) login.connectToDatasource(null, session)) {
            LOG.log(Level.DEBUG, () -> "The database responds: " + connection);
        } catch (Exception fault) {
            if (DatabaseUnavailable.causes(fault)) {
                LOG.log(Level.ERROR, "The database does not respond: " + DatabaseUnavailable.reason(fault));
                StartupFailure.end();
            }
        }
    }
}
