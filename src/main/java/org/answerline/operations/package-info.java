/**
 * Start-up, scheduled jobs and health checks; the subpackages hold settings, the doctor, webhook registration, the owner's pages, alarms by
 * e-mail and the command line.
 */
package org.answerline.operations;
