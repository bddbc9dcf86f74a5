package org.answerline.site.form;

import java.util.Map;

/** A form that cannot be read. */
final class FormRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> fields;

    private FormRefusedException(int status, String reason, Map<String, String> fields, Throwable cause) {
        super(reason, cause);
        this.status = status;
        this.fields = fields;
    }

    /** It breaks the rules of its format. */
    static FormRefusedException malformed(String reason, Throwable cause) {
        return new FormRefusedException(400, reason, Map.of(), cause);
    }

    /** It, or something in it, is larger than a form may be. */
    static FormRefusedException tooLarge(String what) {
        return tooLarge(what, Map.of());
    }

    /** The same, when some of its fields could be read: the first value of each. */
    static FormRefusedException tooLarge(String what, Map<String, String> fields) {
        return new FormRefusedException(413, what + " is too large", fields, null);
    }

    /** The HTTP status to answer with. */
    int status() {
        return status;
    }

    /** The first value of each field that could be read; the last may be cut. */
    Map<String, String> fields() {
        return fields;
    }
}
