/**
 * The operators' side of the dialogue: messages, edits and commands in the operators' chat. Each command is carried out by one
 * {@link org.answerline.webhook.operator.OperatorAction}; answers and notes have a package of their own.
 */
package org.answerline.webhook.operator;
