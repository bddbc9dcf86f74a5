/**
 * Asynchronous input and output of request bodies and downloads: a slow client holds no thread of the server.
 *
 * <p>It knows nothing of the meaning of a body.
 */
package org.answerline.site.transfer;
