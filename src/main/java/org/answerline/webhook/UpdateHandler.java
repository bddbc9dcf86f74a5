package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.answerline.conversation.AdminChat;
import org.answerline.telegram.Update;

/** Handles an update in one transaction: all it causes is kept, or the update comes again. */
@ApplicationScoped
class UpdateHandler {

    @Inject
    private SeenUpdates seen;

    @Inject
    private AdminChat operator;

    @Inject
    private OperatorDialogue operators;

    @Inject
    private UserDialogue users;

    @Transactional
    void handle(Update update) {
        if (!seen.first(update.id())) {
            return;
        }
        boolean inOperatorsChat =
                update.chat().map(chat -> operator.is(chat.id())).orElse(false);
        Incoming incoming = UpdateReader.read(update, inOperatorsChat);
        if (incoming instanceof Incoming.OperatorReply reply) {
            operators.reply(reply);
        } else if (incoming instanceof Incoming.OperatorTalk talk) {
            operators.talk(talk);
        } else if (incoming instanceof Incoming.OperatorEdit edit) {
            operators.edit(edit);
        } else if (incoming instanceof Incoming.OperatorCommand command) {
            operators.command(command);
        } else if (incoming instanceof Incoming.UserCommand command) {
            users.command(command);
        } else if (incoming instanceof Incoming.Start start) {
            users.start(start);
        } else if (incoming instanceof Incoming.Switch decision) {
            users.switchAccount(decision);
        } else if (incoming instanceof Incoming.Unlink decision) {
            users.unlink(decision);
        } else if (incoming instanceof Incoming.UserMessage message) {
            message(message, inOperatorsChat);
        } else if (incoming instanceof Incoming.UserEdit edit) {
            users.edit(edit);
        } else if (incoming instanceof Incoming.Missed missed) {
            users.missed(missed);
        } else if (incoming instanceof Incoming.Blocking blocking) {
            users.blocking(blocking);
        } else if (incoming instanceof Incoming.OperatorsDoor door) {
            operators.door(door);
        } else if (incoming instanceof Incoming.GroupMoved moved) {
            operators.moved(moved);
        }
        update.message().ifPresent(users::remember);
    }

    /** In the operator's private chat a message is the operator's, unless they linked an account of their own there. */
    private void message(Incoming.UserMessage message, boolean inOperatorsChat) {
        if (!inOperatorsChat) {
            users.message(message);
        } else if (!operators.numbered(message) && !users.fromUser(message)) {
            operators.hint(message.messageId());
        }
    }
}
