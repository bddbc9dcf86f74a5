package org.answerline.operations.doctor;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** As it should be. */
    OK,
    /** Messages go through, but something should be changed. */
    WARNING,
    /** Messages do not go through, or will not for long. */
    FAILED;

    /** For programs, and for the keys of texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
