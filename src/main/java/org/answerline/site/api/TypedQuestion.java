package org.answerline.site.api;

import java.util.ArrayList;
import java.util.List;
import org.answerline.conversation.Question;
import org.answerline.platform.Texts;

/** The question in a JSON body, or a problem that names each member it cannot be read from. */
final class TypedQuestion {
    // The API speaks to programs, in one language.
    private static final Texts WORDS = Texts.in("en");

    private TypedQuestion() {}

    static Question read(JsonBody body) {
        var problems = new ArrayList<Problem.Field>();
        var question = Question.typed(body.text("subject", problems), body.text("message", problems));
        for (Question.Problem problem : question.problems()) {
            if (isNew(problem.field(), problems)) {
                problems.add(new Problem.Field(problem.field(), WORDS.get(problem.textKey(), problem.arguments())));
            }
        }
        List<String> files = body.texts("files", problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(Problem.unprocessable(problems));
        }
        return question.with(files);
    }

    // A member of the wrong type is named once, not again as missing.
    private static boolean isNew(String field, List<Problem.Field> problems) {
        return problems.stream().noneMatch(known -> known.field().equals(field));
    }
}
