/** Questions that a visitor wrote before signing in, kept until the browser that has their key sends them. */
package org.answerline.conversation.draft;
