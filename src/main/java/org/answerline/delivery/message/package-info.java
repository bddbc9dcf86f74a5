/** What waits to be sent to one chat: the stored delivery, its content, and the events that report its result. */
package org.answerline.delivery.message;
