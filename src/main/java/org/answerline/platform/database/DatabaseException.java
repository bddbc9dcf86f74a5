package org.answerline.platform.database;

import java.sql.SQLException;

/** A statement failed; the message is the driver's and the cause says why. It rolls back the transaction that it passes through. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For what the driver reported. */
    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
