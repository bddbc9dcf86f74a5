package org.answerline.operations;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Looks at the settings when the schema is there, before anything is served. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {

    private static final Logger LOG = System.getLogger(StartUp.class.getName());

    @Inject
    private Config config;

    /** Refuses to start with settings that cannot work. */
    @PostConstruct
    void start() {
        List<String> problems = SettingsCheck.problems(
                name -> config.getOptionalValue(name, String.class).orElse(null));
        if (!problems.isEmpty()) {
            problems.forEach(problem -> LOG.log(Level.ERROR, problem));
            throw new IllegalStateException(String.join(" ", problems));
        }
        SettingsCheck.warnings(
                        name -> config.getOptionalValue(name, String.class).orElse(null))
                .forEach(warning -> LOG.log(Level.WARNING, warning));
    }
}
