package org.answerline.attachment;

import jakarta.ejb.ApplicationException;

/** A file is not accepted, for a reason that its sender can do something about. */
@ApplicationException(rollback = true)
public class FileRefusedException extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** It is empty. */
        EMPTY,
        /** It is larger than allowed. */
        TOO_LARGE,
        /** Its type is not accepted. */
        TYPE,
        /** It has no name that could be shown. */
        NAME,
        /** More files at once, or more that were never sent, than allowed. */
        TOO_MANY,
        /** More files in a short time than allowed. */
        TOO_OFTEN,
        /** Visitors of this network address who are not signed in have left as many questions or files as are kept; each is kept for two hours. */
        ADDRESS_FULL,
        /** Files of all visitors who are not signed in take so much space that no more is taken for now. */
        FULL,
        /** No such file of this user waits to be sent. */
        UNKNOWN,
        /** The owner has switched files off. */
        OFF
    }

    private final Reason reason;

    FileRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
