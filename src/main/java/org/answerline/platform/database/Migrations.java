package org.answerline.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.StartupFailure;

/** Migrates the database to the schema of this version before the rest of the application starts. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final Logger LOG = Log.of(Migrations.class);

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    /** Applies missing migrations; if this fails, the application does not start. */
    @PostConstruct
    void migrate() {
        try {
            new Schema(database).migrate();
        } catch (IllegalStateException newer) {
            LOG.log(Level.ERROR, newer.getMessage());
            StartupFailure.end();
            throw newer;
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "The database migrations failed: " + reason(fault));
            StartupFailure.end();
            throw fault;
        }
    }

    /** The message of the database, without the long text that Flyway adds. */
    private static String reason(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
