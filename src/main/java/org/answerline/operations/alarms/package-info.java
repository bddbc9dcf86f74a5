/** Tells the owner by mail what keeps messages from leaving. It decides nothing about messages. */
package org.answerline.operations.alarms;
