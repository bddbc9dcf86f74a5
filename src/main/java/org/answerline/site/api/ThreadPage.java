package org.answerline.site.api;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.answerline.site.api.problem.ApiProblem;
import org.answerline.site.api.problem.ProblemException;
import org.answerline.site.validation.FieldProblem;

/** Which part of a conversation is wanted: at most how many messages, and older than which. */
record ThreadPage(int limit, OptionalLong before) {
    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    static ThreadPage read(String limit, String before) {
        var problems = new ArrayList<FieldProblem>();
        long many = limit == null ? DEFAULT : number(limit);
        long cursor = before == null ? 1 : number(before);
        if (many < 1 || many > MAX) {
            problems.add(new FieldProblem("limit", "This must be a number from 1 to " + MAX));
        }
        if (cursor < 1) {
            problems.add(new FieldProblem("before", "This must be the \"next\" of an earlier answer"));
        }
        refuse(problems);
        return new ThreadPage((int) many, before == null ? OptionalLong.empty() : OptionalLong.of(cursor));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(ApiProblem.unprocessable(problems));
        }
    }
}
