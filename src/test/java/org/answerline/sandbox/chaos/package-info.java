/**
 * The bounded chaos run: users, operators and faults at random on two real nodes, and an audit of what became of every message, edit,
 * withdrawal and note.
 *
 * <p>All decisions come from one seed; what the machine makes of them in time differs from run to run.
 */
package org.answerline.sandbox.chaos;
