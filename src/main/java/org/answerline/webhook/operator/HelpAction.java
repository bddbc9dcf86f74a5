package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.webhook.event.IncomingEvent;

/** /help and /start: how to answer, in the language of the operator's Telegram. */
@ApplicationScoped
class HelpAction implements OperatorAction {

    @Inject
    private TopicUsers topics;

    @Inject
    private BotReplies words;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.HELP, OperatorCommandName.START);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        words.toOperatorIn(
                typed.language(),
                typed.messageId(),
                topics.areMessagesAnswers() ? "telegram.operator.help.topics" : "telegram.operator.help");
    }
}
