package org.answerline.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.correction.QuestionEdits;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.linking.LinkedUser;
import org.answerline.webhook.event.EditedFiles;
import org.answerline.webhook.event.IncomingEvent;

/** Takes users' edits of their messages, and tells them what of an edit is not passed on. */
@ApplicationScoped
class UserEditDialogue {

    @Inject
    private PrivateChats chats;

    @Inject
    private UserMessageRefusals refusals;

    @Inject
    private QuestionEdits edits;

    @Inject
    private EditedFiles editedFiles;

    @Inject
    private BotReplies words;

    void edit(IncomingEvent.UserEdit edit) {
        Optional<LinkedUser> user = chats.userIn(edit.chatId());
        if (user.isEmpty() || refusals.isRefused(user.get().userId(), edit)) {
            return;
        }
        TelegramMessageRef origin = new TelegramMessageRef(edit.chatId(), edit.messageId());
        boolean isAccepted = edits.edit(origin, edit.text());
        if (edit.file().isPresent()) {
            editedFiles.tellUser(origin, edit.file(), edit.language());
        } else if (!isAccepted) {
            words.toChatOn(edit.chatId(), edit.messageId(), edit.language(), "telegram.user.emptyedit");
        }
    }
}
