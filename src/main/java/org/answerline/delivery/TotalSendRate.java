package org.answerline.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.answerline.delivery.send.SendRateLimits;

/** The rate limit over all chats, which the nodes share (table {@code delivery_pace}); its times are the database's. */
@ApplicationScoped
class TotalSendRate {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SendRateLimits rateLimits;

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
        Object recent = entities.createNativeQuery(
                        """
                        select (select count(*) from unnest(recent) as at where at > now() - ?1 * interval '1 second')
                        from delivery_pace for update
                        """)
                .setParameter(1, total.seconds())
                .getSingleResult();
        return Math.min(most, Math.max(0, total.messages() - ((Number) recent).intValue()));
    }

    /** Counts messages that are sent now. */
    void count(int messages) {
        SendRateLimits.Limit total = rateLimits.total();
        if (total.isNone() || messages == 0) {
            return;
        }
        entities.createNativeQuery(
                        "update delivery_pace set recent = (array_fill(now(), array[cast(?1 as integer)]) || recent)[1 : ?2 ]")
                .setParameter(1, messages)
                .setParameter(2, total.messages())
                .executeUpdate();
    }
}
