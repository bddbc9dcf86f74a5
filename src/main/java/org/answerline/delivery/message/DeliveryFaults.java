package org.answerline.delivery.message;

/** Counts the failures of a delivery that do not say whether the message or the chat is at fault, so that they end at some point. */
public class DeliveryFaults {

    /** So many unknown outcomes in a row while Telegram answers other calls are no accident. */
    public static final int FEW = 3;

    /** After so many, within a minute or more, no attempt will succeed. */
    public static final int MANY = 8;

    /** How often in a row Telegram gave no clear answer, so that the message may have arrived each time. */
    private int unknownOutcomes;

    /** How often it was refused with an error that is in no table. */
    private int unlistedRefusals;

    DeliveryFaults(int unknownOutcomes, int unlistedRefusals) {
        this.unknownOutcomes = unknownOutcomes;
        this.unlistedRefusals = unlistedRefusals;
    }

    public int unknownOutcomes() {
        return unknownOutcomes;
    }

    public int unlistedRefusals() {
        return unlistedRefusals;
    }

    /** Counts one more; returns how many there are in a row now. */
    public int countUnknownOutcome() {
        return ++unknownOutcomes;
    }

    /** Counts one more; returns how many there are now. */
    public int countUnlistedRefusal() {
        return ++unlistedRefusals;
    }

    /** The outcomes were unknown because Telegram answered nothing at all. */
    public void forgetUnknownOutcomes() {
        unknownOutcomes = 0;
    }

    /** It is sent in another form from now on. */
    public void forget() {
        unknownOutcomes = 0;
        unlistedRefusals = 0;
    }
}
