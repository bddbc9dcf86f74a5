package org.answerline.rights;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The face of this package: gives people what is kept of them. */
@ApplicationScoped
public class PersonalData {

    @Resource(lookup = "jdbc/supportdesk")
    private DataSource database;

    /**
     * Writes all that is kept of a user, as {@link UserExport} does.
     *
     * @param site the address of this site, without a slash at its end
     * @param note words for the reader
     */
    public void export(long userId, String site, String note, OutputStream out) throws IOException {
        try {
            new UserExport(database, site).write(userId, note, out);
        } catch (SQLException away) {
            throw new IllegalStateException("The database cannot be read", away);
        }
    }
}
