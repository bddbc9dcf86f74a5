package org.answerline.conversation;

import jakarta.ejb.ApplicationException;

/** A submission key came again with other words: which of the two is meant cannot be known. */
@ApplicationException(rollback = true)
public class SubmissionKeyReusedException extends RuntimeException {

    SubmissionKeyReusedException() {
        super("the submission key was used for another question");
    }
}
