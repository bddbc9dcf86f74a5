/** Structured log lines, metrics, traces, and the heartbeats that show whether a background thread is alive. */
package org.answerline.platform.observability;
