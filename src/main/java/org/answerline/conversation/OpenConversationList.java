package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.answerline.conversation.outgoing.CloseButton;
import org.answerline.conversation.outgoing.OpenConversationText;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.team.Conversations;
import org.answerline.conversation.team.OpenConversation;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.text.Quote;
import org.answerline.platform.text.Texts;

/** Shows operators the conversations in which the user waits for an answer; a Reply to a line is an answer in its conversation. */
@ApplicationScoped
@Transactional
public class OpenConversationList {

    private static final int OPEN = 5;

    @Inject
    private Conversations conversations;

    @Inject
    private OperatorChat operator;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /**
     * Shows the conversations in which the user waits for an answer, each as a message of its own, the longest wait first.
     *
     * @param isInTopic whether the command is in a topic: all of them go there then
     */
    public void show(long commandId, boolean isInTopic) {
        long all = conversations.countOpen();
        String key = all == 0 ? "telegram.card.open.none" : "telegram.card.open";
        outbox.put(OutboxMessage.wordOn(operator.id(), commandId, texts().get(key, all)));
        Long repliedId = isInTopic ? commandId : null;
        conversations.open(OPEN).forEach(each -> open(each, repliedId));
    }

    private void open(OpenConversation open, Long repliedId) {
        String line = OpenConversationText.line(open, clock.instant(), texts());
        String text = line + "\n" + Quote.line(open.text()).orElse("");
        outbox.put(OutboxMessage.wordAbout(open.messageId(), operator.id(), repliedId, text.strip())
                .with(CloseButton.in(texts())));
    }

    private Texts texts() {
        return operator.texts();
    }
}
