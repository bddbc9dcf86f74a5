package org.answerline.operations.commands;

import java.time.Clock;
import java.util.Locale;
import javax.sql.DataSource;
import org.answerline.operations.doctor.Installation;
import org.answerline.operations.settings.SettingsCheck;
import org.answerline.platform.config.ServerSettings;
import org.answerline.platform.config.Setting;
import org.answerline.platform.config.Settings;
import org.answerline.platform.text.Texts;
import org.postgresql.ds.PGSimpleDataSource;

/** The installation as the command line sees it: the variables of this process. */
final class Environment {
    private static final int CONNECT_SECONDS = 10;
    private static final Settings SETTINGS = Settings.ofEnvironment();

    static {
        SettingsCheck.installTexts(SETTINGS);
    }

    private Environment() {}

    static Settings settings() {
        return SETTINGS;
    }

    static Installation installation() {
        return new Installation(SETTINGS, database(), Clock.systemUTC());
    }

    /**
     * Answerline's database; nothing is connected yet.
     *
     * @throws IllegalStateException if a setting is missing or wrong, with a line that says what to do
     */
    static DataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        setUrl(database, required(ServerSettings.DATABASE_URL));
        SETTINGS.configured(ServerSettings.DATABASE_USER).ifPresent(database::setUser);
        SETTINGS.configured(ServerSettings.DATABASE_PASSWORD).ifPresent(database::setPassword);
        database.setConnectTimeout(CONNECT_SECONDS);
        return database;
    }

    /** The driver's own message would repeat the URL, with the password that may be in it. */
    private static void setUrl(PGSimpleDataSource database, String url) {
        try {
            database.setUrl(url);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalStateException(ServerSettings.DATABASE_URL.wrong().text(Texts.in(Locale.ENGLISH)));
        }
    }

    private static String required(Setting<String> setting) {
        return SETTINGS.configured(setting)
                .orElseThrow(() -> new IllegalStateException(setting.missing().text(Texts.in(Locale.ENGLISH))));
    }

    /** The texts in the owner's language. */
    static Texts texts() {
        return SETTINGS.texts();
    }
}
