package org.answerline.operations.settings;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.UnaryOperator;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.StartupFailure;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to start with settings that cannot work.
 *
 * <p>An extension of CDI, because it has to come before everything: injection itself fails on a setting that is missing or no number,
 * at the first one and in words for programmers.
 */
public class SettingsExtension implements Extension {

    private static final Logger LOG = Log.of(SettingsExtension.class);

    /** Names each setting that is wrong in a line of its own, and ends the start if there is one. */
    void check(@Observes BeforeBeanDiscovery first) {
        Config config = ConfigProvider.getConfig();
        UnaryOperator<String> settings =
                name -> config.getOptionalValue(name, String.class).orElse(null);
        List<String> problems = SettingsCheck.problems(settings);
        problems.forEach(problem -> LOG.log(Level.ERROR, problem));
        if (!problems.isEmpty()) {
            StartupFailure.end();
            throw new ImpossibleSettings(problems.size());
        }
        SettingsCheck.warnings(settings).forEach(warning -> LOG.log(Level.WARNING, warning));
    }

    /** Has no stack trace of its own: what is wrong is said already, and it is not the program. */
    private static final class ImpossibleSettings extends RuntimeException {
        private ImpossibleSettings(int problems) {
            super("Answerline cannot start: " + problems + " setting(s) are wrong, see above", null, false, false);
        }
    }
}
