/**
 * The heart: what was said, by whom, and what answers what.
 *
 * <p>Every message is stored here before anything of it leaves. It must never call Telegram, nor let one user see another's words.
 */
package org.answerline.conversation;
