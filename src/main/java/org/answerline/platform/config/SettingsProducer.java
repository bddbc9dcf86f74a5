package org.answerline.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The settings as the server finds them by MicroProfile Config: in the environment, or where else the server looks. */
@ApplicationScoped
public class SettingsProducer {

    /** The same for all beans. */
    @Produces
    @Singleton
    Settings settings() {
        return serverSettings();
    }

    /** For code that CDI does not make: extensions, and the filters of REST clients. */
    public static Settings serverSettings() {
        Config config = ConfigProvider.getConfig();
        return new Settings(name -> config.getOptionalValue(name, String.class).orElse(null));
    }
}
