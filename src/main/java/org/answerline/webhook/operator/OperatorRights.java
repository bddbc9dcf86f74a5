package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.TelegramSettings;

/** Who in the operators' chat may answer: everybody, or those whom the owner has named. */
@ApplicationScoped
public class OperatorRights {

    @Inject
    private Settings settings;

    @Inject
    private OperatorChat operator;

    @Inject
    private GivenHints hints;

    @Inject
    private BotReplies words;

    /** Whether the author of a message may answer; who may not is told so once. */
    public boolean allow(OperatorIdentity author, long messageId) {
        boolean isAllowed = isOperator(author);
        if (!isAllowed && hints.firstRefused(operator.id(), author.id())) {
            words.toOperator(messageId, "telegram.operator.notanoperator");
        }
        return isAllowed;
    }

    /** Whether this person may answer. */
    public boolean isOperator(OperatorIdentity author) {
        return settings.configured(TelegramSettings.OPERATOR_IDS)
                .map(ids -> ids.contains(author.id()))
                .orElse(true);
    }
}
