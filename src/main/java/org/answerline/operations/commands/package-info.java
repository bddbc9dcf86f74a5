/**
 * The owner's command line, which reads the same environment as the application and works without any server.
 *
 * <p>It never shows a secret, and never does what cannot be undone without asking.
 */
package org.answerline.operations.commands;
