/**
 * Plumbing in the JDK's and the server's own types, for every package: the clock, typed text, security headers, the schema.
 *
 * <p>It must never import another package of ours, nor know what a message or a user is.
 */
package org.answerline.platform;
