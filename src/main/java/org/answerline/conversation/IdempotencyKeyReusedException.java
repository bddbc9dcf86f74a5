package org.answerline.conversation;

import jakarta.ejb.ApplicationException;

/** An idempotency key was sent again with another text, so it is not clear which of the two is meant. */
@ApplicationException(rollback = true)
public class IdempotencyKeyReusedException extends RuntimeException {

    IdempotencyKeyReusedException() {
        super("the submission key was used for another question");
    }
}
