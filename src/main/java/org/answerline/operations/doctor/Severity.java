package org.answerline.operations.doctor;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
    /** No fault. */
    OK,
    /** Messages are delivered, but something should be changed. */
    WARNING,
    /** Messages are not delivered, or will soon not be. */
    FAILED;

    /** In JSON and in the keys of texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
