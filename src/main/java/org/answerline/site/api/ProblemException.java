package org.answerline.site.api;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.answerline.platform.web.RateLimits;

/** Ends a request with a problem. */
class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiProblem problem;

    ProblemException(ApiProblem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    ProblemException(int status, String detail) {
        this(new ApiProblem(status, detail));
    }

    /** A caller that comes too often, and how long it has to wait. */
    static ProblemException tooOften(Duration wait) {
        return new TooOften(wait);
    }

    Response answer() {
        return problem.answer();
    }

    private static final class TooOften extends ProblemException {
        private static final long serialVersionUID = 1L;
        private final long seconds;

        TooOften(Duration wait) {
            super(429, "Too many requests; wait as long as Retry-After says");
            seconds = RateLimits.retryAfter(wait);
        }

        @Override
        Response answer() {
            return Response.fromResponse(super.answer())
                    .header("Retry-After", seconds)
                    .build();
        }
    }

    ApiProblem problem() {
        return problem;
    }
}
