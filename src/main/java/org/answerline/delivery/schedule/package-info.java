/**
 * Which chats a node looks at next, and when: kept in its memory only. What it does not know, the search of the outbox finds a second
 * later.
 */
package org.answerline.delivery.schedule;
