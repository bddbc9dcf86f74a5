package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.telegram.update.Update;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.operator.OperatorCommands;
import org.answerline.webhook.operator.OperatorDialogue;

/** Handles an update in one transaction: either everything it causes is stored, or Telegram repeats the update. */
@ApplicationScoped
class UpdateHandler {

    @Inject
    private ProcessedUpdates seen;

    @Inject
    private OperatorChat operator;

    @Inject
    private OperatorDialogue operators;

    @Inject
    private OperatorCommands commands;

    @Inject
    private OperatorChatChanges chatChanges;

    @Inject
    private UserDialogue users;

    @Inject
    private ButtonDialogue buttons;

    /**
     * Handles an update once, however often it comes.
     *
     * @return what a person who pressed a button reads for a moment
     */
    @Transactional
    Optional<String> handle(Update update) {
        if (!seen.first(update.id())) {
            return Optional.empty();
        }
        boolean inOperatorsChat =
                update.chat().map(chat -> operator.isOperatorChat(chat.id())).orElse(false);
        IncomingEvent incoming = UpdateClassifier.read(update, inOperatorsChat);
        if (incoming instanceof IncomingEvent.OperatorReply reply) {
            operators.reply(reply);
        } else if (incoming instanceof IncomingEvent.OperatorChatter talk) {
            operators.talk(talk);
        } else if (incoming instanceof IncomingEvent.OperatorEdit edit) {
            operators.edit(edit);
        } else if (incoming instanceof IncomingEvent.OperatorCommand command) {
            commands.run(command);
        } else if (incoming instanceof IncomingEvent.UserCommand command) {
            users.command(command);
        } else if (incoming instanceof IncomingEvent.StartCommand start) {
            users.start(start);
        } else if (incoming instanceof IncomingEvent.SwitchCommand decision) {
            users.switchAccount(decision);
        } else if (incoming instanceof IncomingEvent.Unlink decision) {
            users.unlink(decision);
        } else if (incoming instanceof IncomingEvent.UserMessage message) {
            message(message, inOperatorsChat);
        } else if (incoming instanceof IncomingEvent.UserEdit edit) {
            users.edit(edit);
        } else if (incoming instanceof IncomingEvent.MissedCommand missed) {
            users.missed(missed);
        } else if (incoming instanceof IncomingEvent.BotBlockedChanged blocking) {
            users.blocking(blocking);
        } else if (incoming instanceof IncomingEvent.BotMembershipChanged membership) {
            chatChanges.membership(membership);
        } else if (incoming instanceof IncomingEvent.GroupMoved moved) {
            chatChanges.moved(moved);
        } else if (incoming instanceof IncomingEvent.TopicCreated created) {
            chatChanges.topicCreated(created);
        }
        if (inOperatorsChat) {
            update.chat().ifPresent(chatChanges::seen);
        }
        update.message().ifPresent(users::remember);
        return incoming instanceof IncomingEvent.ButtonPressed pressed
                ? buttons.press(pressed, inOperatorsChat)
                : Optional.empty();
    }

    /** In the operator's private chat a message is from the operator, unless an account is linked to that chat. */
    private void message(IncomingEvent.UserMessage message, boolean inOperatorsChat) {
        if (!inOperatorsChat) {
            users.message(message);
        } else if (!operators.numbered(message) && !users.fromUser(message)) {
            operators.hint(message.messageId());
        }
    }
}
