/** Texts in the languages of the product, checks of typed text, and JSON readers. */
package org.answerline.platform.text;
