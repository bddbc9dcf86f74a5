package org.answerline.conversation.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.delivery.send.NoticeBatchHeader;
import org.answerline.telegram.text.TelegramText;

/** The text that explains to operators why a message contains several questions, and how to answer each. */
@ApplicationScoped
class LongQueueText implements NoticeBatchHeader {

    @Inject
    private OperatorChat operator;

    @Override
    public TelegramText of(int together, long waiting) {
        return TelegramText.plain(operator.texts().get("telegram.notice.bundle", together, waiting));
    }

    @Override
    public TelegramText erased(long supportMessageId) {
        return TelegramText.about(supportMessageId, operator.texts().get("telegram.notice.erased"));
    }
}
