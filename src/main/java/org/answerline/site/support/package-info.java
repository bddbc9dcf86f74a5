/** The support page: the conversation, its form, and the question that a visitor wrote before signing in. */
package org.answerline.site.support;
