package org.answerline.platform.config;

import java.util.List;

/** The settings of the process: its database and its port. */
public final class ServerSettings {
    /** May hold a password. */
    public static final Setting<String> DATABASE_URL = SettingTypes.text(
                    "DATABASE_URL", "jdbc:postgresql:.+", "database_url")
            .requiredByCommands("database_url.missing")
            .secret()
            .defaultNote("required")
            .documented("PostgreSQL 13 or newer, as a JDBC URL: jdbc:postgresql://HOST/NAME");

    /** The database's user. */
    public static final Setting<String> DATABASE_USER = SettingTypes.anyText("DATABASE_USER")
            .requiredByCommands("database_user.missing")
            .defaultNote("required")
            .documented("the user of the database");

    /** The password of the database's user. */
    public static final Setting<String> DATABASE_PASSWORD = SettingTypes.anyText("DATABASE_PASSWORD")
            .requiredByCommands("database_password.missing")
            .secret()
            .defaultNote("required")
            .documented("the password of the database user");

    /** Seconds. */
    public static final Setting<Integer> START_WAIT = SettingTypes.wholeNumber(
                    "SUPPORT_DATABASE_WAIT", 0, 9999, "seconds")
            .byDefault("60")
            .documented("seconds that `server-config/payara/run` and the container wait for the database at the start");

    /** Of the start script, the image and the try-out. */
    public static final Setting<Integer> HTTP_PORT = SettingTypes.port("HTTP_PORT")
            .byDefault("8080")
            .documented("the port of `server-config/payara/run`, of the image and of `mvn -Prun`");

    /** What a process needs that has no data source of a server. */
    public static final List<Setting<?>> DATABASE = List.of(DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD);

    private ServerSettings() {}
}
