package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.ConversationReader;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.NoteText;
import org.answerline.conversation.team.ConversationNotes;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.FormattedText;
import org.answerline.telegram.update.BotCommand;
import org.answerline.telegram.update.Message;
import org.answerline.webhook.event.IncomingEvent;

/** Which texts of the operators' chat may be saved to be sent to users: answers, and the operator's own messages, but no notes. */
@ApplicationScoped
class SavableTexts {

    /**
     * The text of a message.
     *
     * @param refusal the key of what the operator reads if there is no text
     */
    record Found(Optional<FormattedText> text, String refusal) {

        private static Found no(String refusal) {
            return new Found(Optional.empty(), refusal);
        }
    }

    @Inject
    private ConversationReader conversations;

    @Inject
    private ConversationNotes notes;

    @Inject
    private OperatorChat operator;

    /** The text that a command replies to. */
    Found of(IncomingEvent.OperatorCommand typed) {
        if (typed.repliedMessage().isEmpty()) {
            return Found.no("telegram.canned.savewhat");
        }
        Message.Reply replied = typed.repliedMessage().get();
        TelegramMessageRef origin = new TelegramMessageRef(operator.id(), replied.id());
        Optional<SupportMessage> answer =
                conversations.writtenAs(origin).filter(message -> message.isFromAdmin() && !message.isWithdrawn());
        if (answer.isEmpty() && !RepliedMessages.isOwn(replied, typed.author())) {
            return Found.no("telegram.canned.savewhat");
        }
        FormattedText text = answer.map(SupportMessage::formatted).orElse(replied.written());
        if (answer.isEmpty()
                && (isNote(text, origin) || BotCommand.in(text.text()).isPresent())) {
            return Found.no("telegram.canned.note");
        }
        return InputText.isBlank(text.text()) ? Found.no("telegram.canned.notext") : new Found(Optional.of(text), "");
    }

    private boolean isNote(FormattedText text, TelegramMessageRef origin) {
        return NoteText.in(text.text()).isPresent() || notes.userOf(origin).isPresent();
    }
}
