package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.delivery.send.SendRateLimits;
import org.answerline.platform.database.JdbcClient;

/** The rate limit over all chats, which the nodes share (table {@code delivery_pace}); its times are the database's. */
@ApplicationScoped
class TotalSendRate {

    @Inject
    private JdbcClient database;

    @Inject
    private SendRateLimits rateLimits;

    boolean isUnlimited() {
        return rateLimits.total().isNone();
    }

    /**
     * How many messages may be sent now; locks until the end of the transaction, so that the nodes ask one after the other.
     *
     * @return the number, at most {@code most}
     */
    int allowance(int most) {
        SendRateLimits.Limit total = rateLimits.total();
        if (total.isNone()) {
            return most;
        }
        long recent = database.number(
                """
                select (select count(*) from unnest(recent) as at where at > now() - ? * interval '1 second')
                from delivery_pace for update
                """,
                total.seconds());
        return Math.min(most, Math.max(0, total.messages() - (int) recent));
    }

    /** Counts messages that are sent now. */
    void count(int messages) {
        SendRateLimits.Limit total = rateLimits.total();
        if (total.isNone() || messages == 0) {
            return;
        }
        database.update(
                "update delivery_pace set recent = (array_fill(now(), array[?]) || recent)[1 : ?]",
                messages,
                total.messages());
    }
}
