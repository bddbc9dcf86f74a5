package org.answerline.platform.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Connections of another data source on which a statement may take any time, for migrations.
 *
 * <p>The pool ends a statement after half a minute (socketTimeout), because no user waits longer, and the owner may have set PostgreSQL's
 * own limits for the database. The index of a large table takes longer than either, and would be begun again at each start. A connection
 * has its limits again when it is closed, which returns it to the pool. Only JDBC is used, because each server wraps the driver's
 * connections in a class of its own.
 */
final class UnlimitedStatements {

    /** Sets what ends statements and transactions; Flyway's lock is held by a transaction that is idle. Not all versions have all of them. */
    private static final String SET_LIMITS =
            """
            select set_config(name, %s, false) from pg_settings
            where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')
            """;

    private static final String LIFT = SET_LIMITS.formatted("'0'");

    /** Each to what it was when the session began. */
    private static final String RESTORE = SET_LIMITS.formatted("reset_val");

    private UnlimitedStatements() {}

    /** The same database without limits. */
    static DataSource in(DataSource limited) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(limited, method, arguments);
            return result instanceof Connection connection ? unlimited(connection) : result;
        });
    }

    private static Connection unlimited(Connection connection) throws SQLException {
        boolean isReady = false;
        try {
            int networkTimeout = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            execute(connection, LIFT);
            isReady = true;
            return proxy(Connection.class, (method, arguments) -> {
                if (method.getName().equals("close") && !connection.isClosed()) {
                    restore(connection, networkTimeout);
                }
                return call(connection, method, arguments);
            });
        } finally {
            if (!isReady) {
                connection.close();
            }
        }
    }

    /** A connection that cannot have its limits again is broken, and must not be used again. */
    private static void restore(Connection connection, int networkTimeout) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
            execute(connection, RESTORE);
        } catch (SQLException broken) {
            connection.abort(Runnable::run);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a call of one of the methods does. */
    @FunctionalInterface
    private interface Calls {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                UnlimitedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.answer(method, arguments)));
    }

    private static Object call(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
