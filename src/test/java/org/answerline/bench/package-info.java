/**
 * The yardstick of {@code mvn -Pbench}: measures the desk beside a floor on the same server and database, alternating in one run.
 *
 * <p>Absolute figures belong to the machine and the hour; what counts are ratios inside one run. The load generator and the sandbox
 * Telegram are processes of their own, so that their work is in no figure.
 */
package org.answerline.bench;
