package org.answerline.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What went wrong with a delivery so far that does not say whose fault it is: counted, so that it ends some time. */
@Embeddable
class DeliveryFaults {

    /** How often in a row Telegram gave no clear answer, so that it may have been carried out each time. */
    @Column(name = "unknown_outcomes")
    private int unknownOutcomes;

    /** How often it was refused in words that are in no table. */
    @Column(name = "unlisted_refusals")
    private int unlistedRefusals;

    /** How often in a row its outcome was unknown. */
    int unknownOutcomes() {
        return unknownOutcomes;
    }

    /** Counts that its outcome is unknown once more; from 1. */
    int outcomeUnknown() {
        return ++unknownOutcomes;
    }

    /** Counts that it was refused once more in words that are in no table; from 1. */
    int refusedUnlisted() {
        return ++unlistedRefusals;
    }

    /** The outcomes were unknown because of what is not this message's. */
    void forgetUnknownOutcomes() {
        unknownOutcomes = 0;
    }

    /** It goes in another form from now on. */
    void forget() {
        unknownOutcomes = 0;
        unlistedRefusals = 0;
    }
}
