package org.answerline.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.answerline.operations.doctor.Installation;
import org.eclipse.microprofile.config.Config;

/** The installation as the running application sees it. */
@ApplicationScoped
class InstallationHere {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    private Config config;

    @Inject
    private Clock clock;

    /** With the settings, the data source and the clock that everything else of the application uses. */
    @Produces
    @Dependent
    Installation installation() {
        return new Installation(
                name -> config.getOptionalValue(name, String.class).orElse(null), database, clock);
    }
}
