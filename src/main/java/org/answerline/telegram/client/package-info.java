/** The methods of the Bot API that this product calls, on the MicroProfile REST client, and the transport under it. */
package org.answerline.telegram.client;
