/**
 * Technical foundation for every other package: clock, database access and migrations, events between nodes, HTTP headers and cookies,
 * e-mail, logging, tracing and texts.
 *
 * <p>It imports no other package of this project.
 */
package org.answerline.platform;
