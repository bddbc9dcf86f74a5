package org.answerline.bench;

import java.time.Duration;
import java.util.List;

/**
 * One stretch of load.
 *
 * @param kind what is sent
 * @param port where to, on this machine
 * @param length how long
 * @param connections how many at once, each waiting for its answer
 * @param rate requests a second however fast the answers are; 0 is as many as the connections carry
 * @param first the number of the first request: no number is used twice in a run
 * @param material what the kind needs: cookies, ids
 */
record LoadPlan(Kind kind, int port, Duration length, int connections, int rate, long first, List<String> material) {

    /** What can be sent. */
    enum Kind {
        /** A linked user's message in Telegram. */
        USER_MESSAGE,
        /** The operator's reply to a notice. */
        OPERATOR_REPLY,
        /** The widget's JSON submission. */
        SUBMISSION,
        /** A page: the material is "PATH COOKIE" each. */
        PAGE
    }

    /** As a child process is told it. */
    List<String> arguments() {
        return List.of(
                kind.name(),
                Integer.toString(port),
                Long.toString(length.toMillis()),
                Integer.toString(connections),
                Integer.toString(rate),
                Long.toString(first));
    }

    /** As a child process understands it; the material comes in lines. */
    static LoadPlan read(String[] arguments, List<String> material) {
        return new LoadPlan(
                Kind.valueOf(arguments[0]),
                Integer.parseInt(arguments[1]),
                Duration.ofMillis(Long.parseLong(arguments[2])),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Long.parseLong(arguments[5]),
                material);
    }
}
