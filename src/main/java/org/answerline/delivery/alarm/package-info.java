/** Problems of the delivery that the owner has to know of, kept until they are over. */
package org.answerline.delivery.alarm;
