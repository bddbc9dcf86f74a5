/**
 * The owner's command line. It reads the same environment variables as the application and works without a running server.
 *
 * <p>It never shows a secret, and asks before it does anything that cannot be undone.
 */
package org.answerline.operations.commands;
