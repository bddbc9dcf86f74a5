/**
 * The outbox: nothing leaves the house except through here, after the transaction that wanted it has committed.
 *
 * <p>It keeps the order of each chat, tries again for as long as a fault may pass, and reports what became of each message as an
 * event. It never decides what to say, and knows no user and no operator.
 */
package org.answerline.delivery;
