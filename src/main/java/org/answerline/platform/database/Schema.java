package org.answerline.platform.database;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The tables of this version in a database, as the SQL files of {@code db/migration} make them. */
public final class Schema {

    private final Flyway flyway;

    /** In this database. */
    public Schema(DataSource database) {
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
    }

    /**
     * Applies what is missing; Flyway's lock lets only one node do it.
     *
     * @return how many migrations were applied
     * @throws IllegalStateException if a newer version of Answerline has been here, whose tables this one does not know
     */
    public int migrate() {
        refuseNewer();
        return flyway.migrate().migrationsExecuted;
    }

    /** Fails with an {@link IllegalStateException} if a newer version of Answerline has been here. */
    public void refuseNewer() {
        newer().ifPresent(version -> {
            throw new IllegalStateException(
                    "The database has schema " + version + " of a newer Answerline than this one: run "
                            + "that version, or restore the backup from before the upgrade.");
        });
    }

    /** How many migrations of this version have not been applied. */
    public int pending() {
        return flyway.info().pending().length;
    }

    /** The newest version applied; empty for an empty database. */
    public Optional<String> version() {
        return Optional.ofNullable(flyway.info().current())
                .map(current -> current.getVersion().getVersion());
    }

    /** The version applied by a newer Answerline, if there is one. */
    public Optional<String> newer() {
        return Arrays.stream(flyway.info().applied())
                .filter(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(java.util.Comparator.naturalOrder())
                .map(version -> version.getVersion());
    }
}
