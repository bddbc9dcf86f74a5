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
class InstallationProducer {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    private Config config;

    /** With the settings and the data source of the application, and this machine's clock, which is to be compared with others. */
    @Produces
    @Dependent
    Installation installation() {
        return new Installation(
                name -> config.getOptionalValue(name, String.class).orElse(null), database, Clock.systemUTC());
    }
}
