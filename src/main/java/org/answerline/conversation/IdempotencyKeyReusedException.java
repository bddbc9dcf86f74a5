package org.answerline.conversation;

import jakarta.ejb.ApplicationException;

/** A submission key came again with other words: which of the two is meant cannot be known. */
@ApplicationException(rollback = true)
public class IdempotencyKeyReusedException extends RuntimeException {

    IdempotencyKeyReusedException() {
        super("the submission key was used for another question");
    }
}
