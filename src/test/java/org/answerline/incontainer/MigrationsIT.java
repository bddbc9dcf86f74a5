package org.answerline.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.File;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.answerline.conversation.ConversationReader;
import org.answerline.platform.observability.Heartbeats;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application as the server sees it right after a first start on an empty database. */
@ExtendWith(ArquillianExtension.class)
@Tag("payara-only")
class MigrationsIT {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    @PersistenceContext(unitName = "supportdesk")
    private EntityManager entities;

    @Inject
    private ConversationReader conversations;

    @Inject
    private Heartbeats heartbeats;

    @Inject
    @Liveness
    private Instance<HealthCheck> live;

    /** The very file that goes to production. */
    @Deployment
    static WebArchive application() {
        return ShrinkWrap.create(ZipImporter.class, "answerline.war")
                .importFrom(new File(System.getProperty("answerline.war")))
                .as(WebArchive.class);
    }

    @Test
    void theSchemaIsThatOfThisVersion() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var failed = statement.executeQuery("select count(*) from flyway_schema_history where not success")) {
            failed.next();
            assertEquals(0, failed.getInt(1));
        }
    }

    @Test
    void everyEntityFitsTheSchema() {
        var types = entities.getMetamodel().getEntities();
        assertFalse(types.isEmpty());
        for (var type : types) {
            var name = type.getName();
            assertEquals(
                    0,
                    entities.createQuery("select e from " + name + " e")
                            .getResultList()
                            .size(),
                    name);
        }
    }

    @Test
    void aWorkerThatDiesIsAReasonToStartAgain() throws InterruptedException {
        assertEquals(HealthCheckResponse.Status.UP, alive());
        var worker = new Thread(() -> heartbeats.beat("a-worker"));
        worker.start();
        worker.join();
        assertEquals(HealthCheckResponse.Status.DOWN, alive());
        heartbeats.end("a-worker");
        assertEquals(HealthCheckResponse.Status.UP, alive());
    }

    private HealthCheckResponse.Status alive() {
        return live.get().call().getStatus();
    }

    @Test
    void theDeskIsThereAndNobodyHasSaidAnything() {
        assertEquals(
                List.of(), conversations.thread(1, 50, OptionalLong.empty()).messages());
    }
}
