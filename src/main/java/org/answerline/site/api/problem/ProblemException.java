package org.answerline.site.api.problem;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.answerline.platform.web.RateLimits;

/** Ends a request with a problem. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiProblem problem;

    /** Answers with this problem. */
    public ProblemException(ApiProblem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** Answers with a problem that names no field. */
    public ProblemException(int status, String detail) {
        this(new ApiProblem(status, detail));
    }

    /** A caller that comes too often, and how long it has to wait. */
    public static ProblemException tooOften(Duration wait) {
        return new TooOften(wait);
    }

    /** The response. */
    public Response answer() {
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
        public Response answer() {
            return Response.fromResponse(super.answer())
                    .header("Retry-After", seconds)
                    .build();
        }
    }

    /** What went wrong. */
    public ApiProblem problem() {
        return problem;
    }
}
