package org.answerline.sandbox.chaos;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.answerline.sandbox.telegram.Fault;

/** Telegram on a bad day: about one call in twenty goes wrong, files more often, in every way known. */
final class FaultPlan {

    private FaultPlan() {}

    static Map<Fault, Double> faults(long operatorsChat) {
        Map<Fault, Double> faults = new LinkedHashMap<>();
        faults.put(Fault.tooManyRequests(1), 0.005);
        faults.put(Fault.serverError(500), 0.006);
        faults.put(Fault.serverError(502).afterTheEffect(), 0.004);
        faults.put(Fault.badGateway(), 0.006);
        faults.put(Fault.badGateway().afterTheEffect(), 0.003);
        faults.put(Fault.droppedBefore(), 0.006);
        faults.put(Fault.droppedAfter(), 0.006);
        faults.put(Fault.emptyBody(), 0.004);
        faults.put(Fault.cutJson(), 0.004);
        faults.put(Fault.slow(Duration.ofMillis(400)), 0.01);
        faults.put(Fault.webPage(), 0.002);
        faults.put(Fault.hanging(), 0.001);
        faults.put(Fault.hanging().afterTheEffect(), 0.001);
        faults.put(Fault.stalled(), 0.001);
        faults.put(Fault.refused(400, "Bad Request: TOPIC_CLOSED").chat(operatorsChat), 0.01);
        faults.put(
                Fault.refused(400, "Bad Request: not enough rights to send text messages to the chat")
                        .chat(operatorsChat),
                0.005);
        faults.put(Fault.refused(400, "Bad Request: IMAGE_PROCESS_FAILED").method("sendPhoto"), 0.15);
        faults.put(Fault.refused(400, "Bad Request: file must be non-empty").method("sendDocument"), 0.3);
        faults.put(Fault.stalled().method("download"), 0.05);
        faults.put(Fault.cutJson().method("download"), 0.05);
        faults.put(Fault.droppedAfter().method("createForumTopic"), 0.1);
        faults.put(Fault.droppedBefore().method("createForumTopic"), 0.05);
        return faults;
    }
}
