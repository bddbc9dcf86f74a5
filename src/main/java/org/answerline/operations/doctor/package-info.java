/**
 * What is wrong with an installation and what to do about it: one list of checks for the command, the owner's page and the probe.
 *
 * <p>It looks and changes nothing, needs no server around it, and never shows a secret.
 */
package org.answerline.operations.doctor;
