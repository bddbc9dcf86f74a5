package org.answerline.site.api;

import java.util.ArrayList;
import java.util.List;
import org.answerline.conversation.message.NewQuestion;
import org.answerline.platform.text.Texts;

/** The question in a JSON body, or a problem that names each member it cannot be read from. */
final class QuestionBody {
    // The API speaks to programs, in one language.
    private static final Texts WORDS = Texts.in("en");

    private QuestionBody() {}

    static NewQuestion read(JsonBody body) {
        var problems = new ArrayList<ApiProblem.Field>();
        var question = NewQuestion.typed(body.text("subject", problems), body.text("message", problems));
        for (NewQuestion.Problem problem : question.problems()) {
            if (isNew(problem.field(), problems)) {
                problems.add(new ApiProblem.Field(problem.field(), WORDS.get(problem.textKey(), problem.arguments())));
            }
        }
        List<String> files = body.texts("files", problems);
        if (!problems.isEmpty()) {
            throw new ProblemException(ApiProblem.unprocessable(problems));
        }
        return question.with(files);
    }

    // A member of the wrong type is named once, not again as missing.
    private static boolean isNew(String field, List<ApiProblem.Field> problems) {
        return problems.stream().noneMatch(known -> known.field().equals(field));
    }
}
