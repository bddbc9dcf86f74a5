package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Sends the notices of a group together when its queue is long, because a group takes only twenty messages a minute. */
@ApplicationScoped
class Bundling {

    /** From so many waiting on: half a minute at Telegram's pace. */
    private static final int LONG_QUEUE = 10;

    private static final int LOOK_AHEAD = 30;

    @Inject
    private Deliveries deliveries;

    @Inject
    private BundleHead head;

    @Inject
    private Pace pace;

    Consignment consign(Delivery delivery) {
        boolean paced = delivery.chatId() < 0 && !pace.of(delivery.chatId()).isNone();
        if (!paced || !delivery.isBundleable()) {
            return Consignment.of(delivery);
        }
        long waiting = deliveries.waitingQuestions(delivery.chatId());
        if (waiting < LONG_QUEUE) {
            return Consignment.of(delivery);
        }
        List<Delivery> queue = deliveries.questions(delivery.chatId(), LOOK_AHEAD);
        // Somebody whose turn is earlier may have come in since this one was taken.
        return queue.get(0).id().equals(delivery.id())
                ? Consignment.bundle(queue, waiting, head)
                : Consignment.of(delivery);
    }
}
