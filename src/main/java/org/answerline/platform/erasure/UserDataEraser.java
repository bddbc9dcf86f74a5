package org.answerline.platform.erasure;

/** Deletes rows about a user that would stay when the row of the account is deleted, because no foreign key leads to it. */
public interface UserDataEraser {

    /** Deletes in the caller's transaction; the account and its messages are still there. */
    void erase(ErasedUser user);
}
