/**
 * Files of conversations: what is taken, where it is kept, and whose it is.
 *
 * <p>It decides by the content what a file is, never opens one, and gives a file to nobody but the owner of its conversation. It knows
 * no messenger and sends nothing.
 */
package org.answerline.attachment;
