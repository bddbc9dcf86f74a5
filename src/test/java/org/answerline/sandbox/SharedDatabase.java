package org.answerline.sandbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.answerline.platform.database.Schema;

/**
 * The one PostgreSQL of all fast tests of a JVM, with the tables of this version: started at the first use, stopped with the JVM.
 *
 * <p>A test that needs empty tables calls {@link #clean} first, and its class has {@link UsesSharedDatabase}, so that it has the tables
 * for itself. A test that needs no entities may have a {@link TestDatabase} instead.
 */
public final class SharedDatabase {

    /** A copy of the tables as they are right after the migration. */
    static final String TEMPLATE = "template_migrated";

    private static LocalDatabase database;
    private static DataSource source;
    private static EntityManagerFactory factory;
    private static Connection connection;
    private static String emptying;

    private SharedDatabase() {}

    /** The server with the migrated database. */
    static synchronized LocalDatabase get() {
        if (database == null) {
            database = LocalDatabase.temporary();
            source = database.dataSource();
            new Schema(source).migrate();
            // PostgreSQL copies a database only while nobody is connected to it.
            database.sql("create database " + TEMPLATE + " template postgres");
            Runtime.getRuntime().addShutdownHook(new Thread(SharedDatabase::stop));
        }
        return database;
    }

    /** Fresh connections, one a call. */
    public static synchronized DataSource dataSource() {
        requireDeclaredUse();
        get();
        return source;
    }

    /** An entity manager with a transaction of its own, on the provider's own connections. */
    public static synchronized EntityManager entityManager() {
        requireDeclaredUse();
        if (factory == null) {
            factory = Persistence.createEntityManagerFactory(
                    "supportdesk",
                    Map.of(
                            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                            "jakarta.persistence.jtaDataSource", "",
                            "jakarta.persistence.jdbc.driver", "org.postgresql.Driver",
                            "jakarta.persistence.jdbc.url", get().url(),
                            "jakarta.persistence.jdbc.user", get().user(),
                            "jakarta.persistence.jdbc.password", get().password(),
                            "eclipselink.weaving", "false"));
        }
        return factory.createEntityManager();
    }

    /** The rows of a query, or an empty list for a statement without any; {@code ?} stand for the values. */
    public static List<Map<String, Object>> sql(String statement, Object... values) {
        return Sql.run(connection(), statement, values);
    }

    /** Empties all tables, as right after the migration. */
    public static void clean() {
        if (emptying == null) {
            emptying = sql(
                            """
                            select format('delete from %I', tablename) as statement from pg_tables
                            where schemaname = 'public' and tablename not in ('flyway_schema_history', 'delivery_pace')
                            """)
                    .stream()
                    .map(row -> row.get("statement").toString())
                    .collect(Collectors.joining("; "));
        }
        // Without triggers, which would delete row by row and note what is forgotten.
        sql("set session_replication_role = replica; " + emptying + "; set session_replication_role = origin");
        sql("update delivery_pace set recent = default");
        sql("alter sequence question_numbers restart");
    }

    /** One for all statements of tests: to open one costs more than most statements. */
    private static synchronized Connection connection() {
        requireDeclaredUse();
        try {
            if (connection == null) {
                connection = dataSource().getConnection();
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireDeclaredUse() {
        boolean isDeclared = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.anyMatch(
                        frame -> frame.getDeclaringClass().isAnnotationPresent(UsesSharedDatabase.class)));
        if (!isDeclared) {
            throw new IllegalStateException("The test class needs @UsesSharedDatabase");
        }
    }

    private static synchronized void stop() {
        if (factory != null) {
            factory.close();
        }
        database.close();
    }
}
