/**
 * The desk on one machine without anything else installed: database, server, messenger stand-in and the command that runs
 * them together. For trying out and for tests; never part of what is deployed.
 */
package org.answerline.sandbox;
