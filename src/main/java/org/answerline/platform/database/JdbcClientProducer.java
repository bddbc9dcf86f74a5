package org.answerline.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** The SQL client of the server, on the data source of its EntityManager. */
@Dependent
class JdbcClientProducer {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @Produces
    JdbcClient client() {
        return new JdbcClient(database);
    }
}
