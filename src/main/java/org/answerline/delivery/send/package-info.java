/** The calls of the Bot API for one batch and what each of them resulted in; no database. */
package org.answerline.delivery.send;
