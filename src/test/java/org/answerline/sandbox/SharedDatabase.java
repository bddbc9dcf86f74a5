package org.answerline.sandbox;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.answerline.platform.database.Schema;

/**
 * The one PostgreSQL of all fast tests of a JVM, with the tables of this version: started at the first use, stopped with the JVM.
 *
 * <p>A test that needs empty tables calls {@link #clean} first; fast tests run one after the other.
 */
public final class SharedDatabase {

    private static LocalDatabase database;
    private static DataSource source;
    private static EntityManagerFactory factory;

    private SharedDatabase() {}

    /** The database; migrated. */
    public static synchronized LocalDatabase get() {
        if (database == null) {
            database = LocalDatabase.temporary();
            source = database.dataSource();
            new Schema(source).migrate();
            Runtime.getRuntime().addShutdownHook(new Thread(SharedDatabase::stop));
        }
        return database;
    }

    /** Fresh connections, one a call. */
    public static synchronized DataSource dataSource() {
        get();
        return source;
    }

    /** An entity manager with a transaction of its own, on the provider's own connections. */
    public static synchronized EntityManager entityManager() {
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

    /** Empties all tables, as right after the migration. */
    public static void clean() {
        List<Map<String, Object>> filled = get().sql(
                        """
                select format('%I', tablename) as name from pg_tables
                where schemaname = 'public' and tablename not in ('flyway_schema_history', 'delivery_pace')
                """);
        String tables = filled.stream().map(row -> row.get("name").toString()).collect(Collectors.joining(", "));
        get().sql("truncate " + tables + " restart identity cascade");
        get().sql("update delivery_pace set recent = default");
    }

    private static synchronized void stop() {
        if (factory != null) {
            factory.close();
        }
        database.close();
    }
}
