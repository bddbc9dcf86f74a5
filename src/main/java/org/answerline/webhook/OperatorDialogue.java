package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.AdminChat;
import org.answerline.conversation.DeliveryState;
import org.answerline.conversation.SupportDesk;
import org.answerline.conversation.SupportMessage;
import org.answerline.conversation.TelegramOrigin;
import org.answerline.platform.TypedText;

/** What happens in the operator's chat. A mistake there costs a hint, and nothing of it ever reaches a user. */
@ApplicationScoped
class OperatorDialogue {

    @Inject
    private SupportDesk desk;

    @Inject
    private AdminChat operator;

    @Inject
    private Words words;

    void reply(Incoming.OperatorReply reply) {
        Optional<String> text = reply.text().filter(words -> !TypedText.isBlank(words));
        if (text.isEmpty()) {
            words.toOperator(reply.messageId(), "telegram.operator.textless");
            return;
        }
        Optional<SupportMessage> answer =
                desk.answer(reply.repliedTo(), text.get(), new TelegramOrigin(operator.id(), reply.messageId()));
        if (answer.isEmpty()) {
            words.toOperator(reply.messageId(), "telegram.operator.notours");
            return;
        }
        if (reply.media()) {
            words.toOperator(reply.messageId(), "telegram.operator.captiononly");
        }
        if (answer.get().delivery() == DeliveryState.HELD) {
            words.toOperator(reply.messageId(), "telegram.operator.held");
        }
    }

    void talk(Incoming.OperatorTalk talk) {
        hint(talk.messageId());
    }

    void hint(long messageId) {
        words.toOperator(messageId, "telegram.operator.noreply");
    }

    void edit(Incoming.OperatorEdit edit) {
        desk.writtenAs(new TelegramOrigin(operator.id(), edit.messageId()))
                .filter(answer -> !answer.text().equals(TypedText.clean(edit.text())))
                .ifPresent(answer -> words.toOperator(edit.messageId(), "telegram.operator.edit"));
    }
}
