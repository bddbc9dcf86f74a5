package org.answerline.site.form;

/** A form that cannot be read. */
final class FormRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private FormRefusedException(int status, String reason, Throwable cause) {
        super(reason, cause);
        this.status = status;
    }

    /** It breaks the rules of its format. */
    static FormRefusedException malformed(String reason, Throwable cause) {
        return new FormRefusedException(400, reason, cause);
    }

    /** It, or something in it, is larger than a form may be. */
    static FormRefusedException tooLarge(String what) {
        return new FormRefusedException(413, what + " is too large", null);
    }

    /** The HTTP status to answer with. */
    int status() {
        return status;
    }
}
