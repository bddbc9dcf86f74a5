package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.Parcel;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows the operator on the reply itself that the user's Telegram has it, unless the owner wants no such marks. */
@ApplicationScoped
class Receipts {

    /** One of the few reactions Telegram allows everywhere. */
    private static final String DELIVERED = "👌";

    @Inject
    private Outbox outbox;

    @Inject
    private AdminChat operator;

    @Inject
    @ConfigProperty(name = "SUPPORT_OPERATOR_RECEIPTS", defaultValue = "reaction")
    private String kind;

    void delivered(long replyMessageId) {
        if (kind.strip().equals("reaction")) {
            outbox.put(Parcel.receipt(operator.id(), replyMessageId, DELIVERED));
        }
    }
}
