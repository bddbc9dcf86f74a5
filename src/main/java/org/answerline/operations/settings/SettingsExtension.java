package org.answerline.operations.settings;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import org.answerline.platform.config.SettingProblem;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SettingsProducer;
import org.answerline.platform.observability.Log;
import org.answerline.platform.observability.StartupFailure;
import org.answerline.platform.text.Texts;

/**
 * Ends the start when a setting cannot work.
 *
 * <p>It is a CDI extension because it has to run before any bean is made: a bean that reads a wrong setting would fail the start at the
 * first one only, with a stack trace.
 */
public class SettingsExtension implements Extension {

    private static final Logger LOG = Log.of(SettingsExtension.class);

    /** Logs one line for each wrong setting, and ends the start if there is one. */
    void check(@Observes BeforeBeanDiscovery first) {
        Settings settings = SettingsProducer.serverSettings();
        SettingsCheck.installTexts(settings);
        List<SettingProblem> problems = SettingsCheck.problems(settings);
        problems.forEach(problem -> log(Level.ERROR, problem));
        if (!problems.isEmpty()) {
            StartupFailure.end();
            throw new ImpossibleSettings(problems.size());
        }
        SettingsCheck.warnings(settings).forEach(warning -> log(Level.WARNING, warning));
    }

    private static void log(Level level, SettingProblem problem) {
        LOG.log(level, problem.text(Texts.in(Locale.ENGLISH)));
    }

    /** Without a stack trace: the lines before say what is wrong, and the program is not at fault. */
    private static final class ImpossibleSettings extends RuntimeException {
        private ImpossibleSettings(int problems) {
            super("Answerline cannot start: " + problems + " setting(s) are wrong, see above", null, false, false);
        }
    }
}
