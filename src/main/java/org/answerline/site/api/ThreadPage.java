package org.answerline.site.api;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Which part of a conversation is wanted: at most how many messages, and older than which. */
record ThreadPage(int limit, OptionalLong before) {
    private static final int DEFAULT = 50;
    private static final int MAX = 200;

    static ThreadPage read(String limit, String before) {
        var problems = new ArrayList<ApiProblem.Field>();
        long many = limit == null ? DEFAULT : number(limit);
        long cursor = before == null ? 1 : number(before);
        if (many < 1 || many > MAX) {
            problems.add(new ApiProblem.Field("limit", "This must be a number from 1 to " + MAX));
        }
        if (cursor < 1) {
            problems.add(new ApiProblem.Field("before", "This must be the \"next\" of an earlier answer"));
        }
        refuse(problems);
        return new ThreadPage((int) many, before == null ? OptionalLong.empty() : OptionalLong.of(cursor));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private static void refuse(List<ApiProblem.Field> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(ApiProblem.unprocessable(problems));
        }
    }
}
