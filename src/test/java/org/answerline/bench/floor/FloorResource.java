package org.answerline.bench.floor;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/** Parses an update and keeps it: a message and what has to leave because of it, in one transaction. */
@ApplicationScoped
@Path("")
public class FloorResource {

    private static final String MESSAGE =
            "insert into message (chat_id, origin_message_id, text, created_at) values (?, ?, ?, ?)";
    private static final String DELIVERY =
            "insert into delivery (message_id, chat_id, text, state, created_at) values (?, ?, ?, 'WAITING', ?)";

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    /** Says that it is there, at the address where the desk does. */
    @GET
    @Path("support")
    public String ready() {
        return "ready";
    }

    /** Takes one update. */
    @POST
    @Path("telegram/support-webhook")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response receive(FloorUpdate update) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            keep(connection, update.message());
            connection.commit();
        }
        return Response.ok().build();
    }

    private static void keep(Connection connection, FloorUpdate.Message message) throws SQLException {
        var now = Timestamp.from(Instant.now());
        try (var insert = connection.prepareStatement(MESSAGE, Statement.RETURN_GENERATED_KEYS);
                var outbox = connection.prepareStatement(DELIVERY)) {
            insert.setLong(1, message.chat().id());
            insert.setLong(2, message.id());
            insert.setString(3, message.text());
            insert.setTimestamp(4, now);
            insert.executeUpdate();
            outbox.setLong(1, generated(insert));
            outbox.setLong(2, message.chat().id());
            outbox.setString(3, message.text());
            outbox.setTimestamp(4, now);
            outbox.executeUpdate();
        }
    }

    private static long generated(Statement insert) throws SQLException {
        try (var keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong("id");
        }
    }
}
