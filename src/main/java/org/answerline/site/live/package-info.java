/**
 * The stream of live updates: what is new in a conversation reaches the open pages of its user, whatever node did it.
 *
 * <p>It must never cost a thread or a database connection for an open page, nor let a slow reader hold up another.
 */
package org.answerline.site.live;
