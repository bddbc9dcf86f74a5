package org.answerline.privacy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** Runs an erasure in one transaction. */
@ApplicationScoped
class ErasureTransaction {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Inject
    private Clock clock;

    @Transactional
    Erasure.Outcome erase(long userId, ErasureContext telegram) {
        try (Connection connection = database.getConnection()) {
            return new Erasure(connection, telegram, clock.instant()).erase(userId);
        } catch (SQLException refused) {
            throw new IllegalStateException("Nothing was erased", refused);
        }
    }
}
