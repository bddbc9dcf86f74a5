/**
 * The operators' side of the dialogue: answers, notes, edits and commands in the operators' chat. Each command is carried out by one
 * {@link org.answerline.webhook.operator.OperatorAction}.
 */
package org.answerline.webhook.operator;
