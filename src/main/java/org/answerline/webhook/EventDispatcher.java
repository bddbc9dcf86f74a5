package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.telegram.update.Update;
import org.answerline.webhook.event.IncomingEvent;
import org.answerline.webhook.operator.OperatorCommands;
import org.answerline.webhook.operator.OperatorDialogue;

/** Calls what handles each kind of event, in the transaction of its update. */
@ApplicationScoped
class EventDispatcher {

    @Inject
    private OperatorDialogue operators;

    @Inject
    private OperatorCommands commands;

    @Inject
    private OperatorChatChanges chatChanges;

    @Inject
    private UserDialogue users;

    @Inject
    private LinkDialogue links;

    @Inject
    private PrivateChats privateChats;

    @Inject
    private ButtonDialogue buttons;

    /**
     * Handles an event, and stores what its update says about the chat and the person in it.
     *
     * @return what a person who pressed a button reads for a moment
     */
    Optional<String> dispatch(IncomingEvent incoming, Update update, boolean inOperatorsChat) {
        handle(incoming, inOperatorsChat);
        if (inOperatorsChat) {
            update.chat().ifPresent(chatChanges::seen);
        }
        update.message().ifPresent(links::remember);
        return incoming instanceof IncomingEvent.ButtonPressed pressed
                ? buttons.press(pressed, inOperatorsChat)
                : Optional.empty();
    }

    private void handle(IncomingEvent incoming, boolean inOperatorsChat) {
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
            links.start(start);
        } else if (incoming instanceof IncomingEvent.SwitchCommand decision) {
            links.switchAccount(decision);
        } else if (incoming instanceof IncomingEvent.Unlink decision) {
            links.unlink(decision);
        } else if (incoming instanceof IncomingEvent.UserMessage message) {
            message(message, inOperatorsChat);
        } else if (incoming instanceof IncomingEvent.UserEdit edit) {
            users.edit(edit);
        } else if (incoming instanceof IncomingEvent.MissedCommand missed) {
            privateChats.missed(missed);
        } else if (incoming instanceof IncomingEvent.BotBlockedChanged blocking) {
            privateChats.blocking(blocking);
        } else if (incoming instanceof IncomingEvent.BotMembershipChanged membership) {
            chatChanges.membership(membership);
        } else if (incoming instanceof IncomingEvent.GroupMoved moved) {
            chatChanges.moved(moved);
        } else if (incoming instanceof IncomingEvent.TopicCreated created) {
            chatChanges.topicCreated(created);
        }
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
