package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.statistics.DeskStatistics;
import org.answerline.webhook.event.IncomingEvent;

/** /stats: how many questions were asked and answered, and how quickly. */
@ApplicationScoped
class StatisticsAction implements OperatorAction {

    @Inject
    private DeskStatistics statistics;

    @Override
    public Set<OperatorCommandName> names() {
        return Set.of(OperatorCommandName.STATS);
    }

    @Override
    public void run(OperatorCommandName name, IncomingEvent.OperatorCommand typed, Optional<RepliedToMessage> replied) {
        statistics.answer(typed.messageId());
    }
}
