package org.answerline.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import javax.sql.DataSource;
import org.answerline.operations.doctor.Installation;
import org.answerline.platform.config.Settings;
import org.answerline.telegram.client.BotAdminApi;

/** Makes the {@link Installation} of the running application. */
@ApplicationScoped
class InstallationProducer {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    private Settings settings;

    @Inject
    private BotAdminApi telegram;

    /** With this machine's own clock, not the database's: the doctor compares the two. */
    @Produces
    @Dependent
    Installation installation() {
        return new Installation(settings, database, Clock.systemUTC(), () -> telegram);
    }
}
