/**
 * Request bodies on their way in and contents on their way out: neither holds a thread of the server while the other side is slow.
 *
 * <p>It must not know what a body or a content means.
 */
package org.answerline.site.transfer;
