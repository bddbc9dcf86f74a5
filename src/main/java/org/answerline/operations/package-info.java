/**
 * Start-up, scheduled jobs, health checks and metrics; the subpackages hold settings, the doctor, webhook registration, alarms by e-mail
 * and the command line.
 */
package org.answerline.operations;
