package org.answerline.site.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.answerline.site.api.problem.ProblemException;

/**
 * The key a client sends with a question so that a repetition of the request stores nothing more.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key header</a>
 */
final class IdempotencyKey {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private IdempotencyKey() {}

    /** The key of a header, distinct from the keys of forms; empty without a header. */
    static Optional<String> read(String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (!VISIBLE.matcher(header.strip()).matches()) {
            throw new ProblemException(400, "Idempotency-Key must be 1 to 200 visible ASCII characters");
        }
        return Optional.of("api:" + header.strip());
    }
}
