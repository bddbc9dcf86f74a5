/** What operators write about a question: answers, which users get, and notes, which they never get; and what the operators are told then. */
package org.answerline.webhook.operator.answer;
