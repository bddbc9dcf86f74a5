package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.ConversationSearch;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.webhook.event.IncomingEvent;

/** /find: messages and notes by their words. */
@ApplicationScoped
class SearchAction implements OperatorAction {

    @Inject
    private ConversationSearch search;

    @Inject
    private BotReplies words;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.FIND);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        if (typed.command().isBare()) {
            words.toOperator(typed.messageId(), "telegram.find.words");
        } else {
            search.find(
                    typed.command().argument(),
                    typed.messageId(),
                    typed.topicId().isPresent());
        }
    }
}
