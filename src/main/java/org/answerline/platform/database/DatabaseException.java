package org.answerline.platform.database;

import java.sql.SQLException;

/** A statement failed; message and cause are the driver's. It rolls back the transaction that it passes through. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Wraps the driver's exception. */
    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** What the driver reported. */
    @Override
    public synchronized SQLException getCause() {
        return (SQLException) super.getCause();
    }
}
