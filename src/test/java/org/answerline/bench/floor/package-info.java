/**
 * The floor: the least a Payara Micro can do to accept an update and keep it, which is to parse it and make two inserts by plain JDBC.
 *
 * <p>A WAR of its own, packed when the measurement runs. It checks no secret, knows no user, and sends nothing.
 */
package org.answerline.bench.floor;
