package org.answerline.site.api;

/** Ends a request with a problem. */
class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    ProblemException(int status, String detail) {
        this(new Problem(status, detail));
    }

    Problem problem() {
        return problem;
    }
}
