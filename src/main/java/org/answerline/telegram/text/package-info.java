/** Texts with formatting entities: read from an update, cut at the limits of the Bot API, escaped for HTML. */
package org.answerline.telegram.text;
