/**
 * Live updates by Server-Sent Events: changes of a conversation reach the open pages of its user from any node.
 *
 * <p>An open page costs no thread and no database connection, and a slow reader delays nobody else.
 */
package org.answerline.site.live;
