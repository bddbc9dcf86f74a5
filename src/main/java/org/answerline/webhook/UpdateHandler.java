package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
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
        } else if (incoming instanceof Incoming.Start start) {
            users.start(start);
        } else if (incoming instanceof Incoming.Switch decision) {
            users.switchAccount(decision);
        } else if (incoming instanceof Incoming.Unlink decision) {
            users.unlink(decision);
        } else if (incoming instanceof Incoming.UserMessage message) {
            users.message(message, inOperatorsChat ? Optional.of(operators) : Optional.empty());
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
    }
}
