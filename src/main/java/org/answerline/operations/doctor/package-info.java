/**
 * The checks of an installation, with advice for each fault: one list for the command line, the owner's page and the health endpoint.
 *
 * <p>A check changes nothing, works without a running server and never shows a secret.
 */
package org.answerline.operations.doctor;
