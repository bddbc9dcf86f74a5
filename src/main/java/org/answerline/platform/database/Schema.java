package org.answerline.platform.database;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The schema of this version in a database, as created by the SQL files in {@code db/migration}. */
public final class Schema {

    private final Flyway flyway;

    /** Uses this database. */
    public Schema(DataSource database) {
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(UnlimitedStatements.in(database))
                .locations("classpath:db/migration")
                .load();
    }

    /**
     * Applies missing migrations; Flyway's lock ensures that only one node does so at a time.
     *
     * @return the number of migrations that were applied
     * @throws IllegalStateException if a newer version of Answerline has changed the schema
     */
    public int migrate() {
        refuseNewer();
        return flyway.migrate().migrationsExecuted;
    }

    /** Throws an {@link IllegalStateException} if a newer version of Answerline has changed the schema. */
    public void refuseNewer() {
        newer().ifPresent(version -> {
            throw new IllegalStateException(
                    "The database has schema " + version + " of a newer Answerline than this one: run "
                            + "that version, or restore the backup from before the upgrade.");
        });
    }

    /** The number of migrations of this version that have not been applied. */
    public int pending() {
        return flyway.info().pending().length;
    }

    /** The version of the newest applied migration; empty for an empty database. */
    public Optional<String> version() {
        return Optional.ofNullable(flyway.info().current())
                .map(current -> current.getVersion().getVersion());
    }

    /** The version of a migration that a newer Answerline applied, if there is one. */
    public Optional<String> newer() {
        return Arrays.stream(flyway.info().applied())
                .filter(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(java.util.Comparator.naturalOrder())
                .map(version -> version.getVersion());
    }
}
