package org.answerline.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database for one test class alone, on the server of {@link SharedDatabase}; it lasts until the JVM ends. */
public final class TestDatabase {

    private static final AtomicInteger CREATED = new AtomicInteger();

    private final String name;
    private final DataSource source;

    private TestDatabase(String template) {
        name = "test_" + CREATED.incrementAndGet();
        var server = SharedDatabase.get();
        server.sql("create database " + name + " template " + template);
        var address = new PGSimpleDataSource();
        address.setUrl(server.url().replaceFirst("[^/]+$", name));
        address.setUser(server.user());
        address.setPassword(server.password());
        source = address;
    }

    /** Without any table. */
    public static TestDatabase empty() {
        return new TestDatabase("template0");
    }

    /** With the tables of this version, as right after the migration. */
    public static TestDatabase migrated() {
        return new TestDatabase(SharedDatabase.TEMPLATE);
    }

    /** Its name on the server. */
    public String name() {
        return name;
    }

    /** Fresh connections, one a call. */
    public DataSource dataSource() {
        return source;
    }

    /** The rows of a query, or an empty list for a statement without any; {@code ?} stand for the values. */
    public List<Map<String, Object>> sql(String statement, Object... values) {
        return Sql.run(source, statement, values);
    }
}
