/** Checks the settings at start-up and prints one line for each fault. It reads nothing but the settings. */
package org.answerline.operations.settings;
