package org.answerline.bench;

import java.nio.charset.StandardCharsets;

/** Makes the requests of a load, one after the other, in the one thread that sends them. */
final class Requests {

    private static final String WEBHOOK = "/telegram/support-webhook/";

    private final LoadPlan plan;
    private long number;

    Requests(LoadPlan plan) {
        this.plan = plan;
        this.number = plan.first();
    }

    /** The path of the next request. */
    String path() {
        return switch (plan.kind()) {
            case USER_MESSAGE, OPERATOR_REPLY -> WEBHOOK;
            case SUBMISSION -> "/api/feedback/submit/";
            case PAGE -> page();
        };
    }

    private String page() {
        number++;
        return material().substring(0, material().indexOf(' '));
    }

    boolean hasBody() {
        return plan.kind() != LoadPlan.Kind.PAGE;
    }

    /** The body of the next request; only here the numbers go on, because a request may wait between its path and its body. */
    byte[] body() {
        number++;
        var json =
                switch (plan.kind()) {
                    case USER_MESSAGE -> Bodies.userMessage(number, people());
                    case OPERATOR_REPLY -> Bodies.operatorReply(number, firstNotice() + number % people());
                    default -> Bodies.submission(number);
                };
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** The header that says who speaks: Telegram by its secret, a person by a session. */
    String header() {
        return isUpdate() ? "X-Telegram-Bot-Api-Secret-Token" : "Cookie";
    }

    String headerValue() {
        return switch (plan.kind()) {
            case USER_MESSAGE, OPERATOR_REPLY -> plan.material().get(0);
            case SUBMISSION -> material();
            case PAGE -> material().substring(material().indexOf(' ') + 1);
        };
    }

    private boolean isUpdate() {
        return plan.kind() == LoadPlan.Kind.USER_MESSAGE || plan.kind() == LoadPlan.Kind.OPERATOR_REPLY;
    }

    private int people() {
        return Integer.parseInt(plan.material().get(1));
    }

    private long firstNotice() {
        return Long.parseLong(plan.material().get(2));
    }

    private String material() {
        return plan.material().get((int) (number % plan.material().size()));
    }
}
