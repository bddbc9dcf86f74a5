package org.answerline.site.validation;

import java.util.List;

/** Everything wrong with a form, for the summary at its top and for the lines beside its fields. */
public record FieldProblems(List<FieldProblem> all) {
    /** True when there is something to say. */
    public boolean any() {
        return !all.isEmpty();
    }

    /** What is wrong with this field, or null. */
    public String of(String field) {
        return all.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldProblem::text)
                .findFirst()
                .orElse(null);
    }
}
