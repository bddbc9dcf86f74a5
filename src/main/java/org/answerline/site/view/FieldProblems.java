package org.answerline.site.view;

import java.util.List;

/** All problems of a form, for the summary at its top and for the lines beside its fields. */
public record FieldProblems(List<FieldProblem> all) {
    /** Whether there is a problem. */
    public boolean any() {
        return !all.isEmpty();
    }

    /** The problem of this field, or null. */
    public String of(String field) {
        return all.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldProblem::text)
                .findFirst()
                .orElse(null);
    }
}
