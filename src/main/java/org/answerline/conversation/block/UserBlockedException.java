package org.answerline.conversation.block;

/** A message was not accepted, because support has blocked its author and authors are told so. */
public class UserBlockedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SupportBlock block;

    UserBlockedException(SupportBlock block) {
        super("support has blocked this user");
        this.block = block;
    }

    /** The block. */
    public SupportBlock block() {
        return block;
    }
}
