/** Sends the owner an e-mail when messages cannot be sent, and another one when they can be sent again. */
package org.answerline.operations.alarms;
