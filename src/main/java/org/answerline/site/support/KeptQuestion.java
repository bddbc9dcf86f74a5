package org.answerline.site.support;

import org.answerline.conversation.draft.DraftKey;
import org.answerline.conversation.message.NewQuestion;

/**
 * The question of a visitor that is kept as a draft.
 *
 * @param submission the key of its form
 */
record KeptQuestion(DraftKey draft, NewQuestion question, String submission) {}
