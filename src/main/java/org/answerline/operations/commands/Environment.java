package org.answerline.operations.commands;

import java.time.Clock;
import javax.sql.DataSource;
import org.answerline.operations.doctor.Installation;
import org.answerline.platform.text.Texts;
import org.postgresql.ds.PGSimpleDataSource;

/** The installation as the command line sees it: the variables of this process. */
final class Environment {

    private static final int SECONDS = 10;

    private Environment() {}

    static Installation installation() {
        return new Installation(System::getenv, database(), Clock.systemUTC());
    }

    /** The desk's database; a command that cannot work without says so in one line. */
    static DataSource database() {
        String url = System.getenv("DATABASE_URL");
        if (url == null || url.isBlank()) {
            throw new IllegalStateException(
                    "DATABASE_URL is not set. Set it to the JDBC URL of Answerline's PostgreSQL database.");
        }
        PGSimpleDataSource database = new PGSimpleDataSource();
        setUrl(database, url.strip());
        database.setUser(System.getenv("DATABASE_USER"));
        database.setPassword(System.getenv("DATABASE_PASSWORD"));
        database.setConnectTimeout(SECONDS);
        return database;
    }

    /** The driver would repeat a URL that it does not understand, with the password that may be in it. */
    private static void setUrl(PGSimpleDataSource database, String url) {
        try {
            database.setUrl(url);
        } catch (IllegalArgumentException foreign) {
            throw new IllegalStateException("DATABASE_URL must be a JDBC URL of PostgreSQL, jdbc:postgresql://…");
        }
    }

    /** The owner's language. */
    static Texts texts() {
        return Texts.in(System.getenv("SUPPORT_LANGUAGE"));
    }
}
