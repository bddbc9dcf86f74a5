package org.answerline.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.answerline.account.user.UserRows;
import org.answerline.attachment.AttachmentRows;
import org.answerline.conversation.draft.DraftRows;
import org.answerline.conversation.message.MessageRows;
import org.answerline.platform.erasure.ErasedUser;

/** A user's account and what foreign keys lead to from it: messages, drafts and files. Joins the caller's transaction. */
@ApplicationScoped
public class UserData {

    private final UserRows users;
    private final MessageRows messages;
    private final DraftRows drafts;
    private final AttachmentRows files;

    /** For the CDI proxy. */
    protected UserData() {
        this(null, null, null, null);
    }

    /** From these tables. */
    @Inject
    public UserData(UserRows users, MessageRows messages, DraftRows drafts, AttachmentRows files) {
        this.users = users;
        this.messages = messages;
        this.drafts = drafts;
        this.files = files;
    }

    /** The address of the account, which is locked so that nothing is added to it; empty when there is no such account. */
    Optional<String> lockedEmail(long userId) {
        return users.lockedEmail(userId);
    }

    /**
     * What the erasers have to know of the user.
     *
     * @param chats the Telegram chats that are the user's or were
     * @param messageIds all messages of the user's conversation
     */
    ErasedUser user(long userId, List<Long> chats, List<Long> messageIds) {
        return new ErasedUser(userId, users.ownEmail(userId), users.ownName(userId), chats, messageIds);
    }

    /** The ids of the messages, of both sides. */
    List<Long> messages(long userId) {
        return messages.idsOf(userId);
    }

    /** The numbers of the questions, in their order. */
    List<Long> questions(long userId) {
        return messages.numbersOf(userId);
    }

    /** How many files there are, sent or not. */
    long files(long userId) {
        return files.count(userId);
    }

    /**
     * Deletes all. Files of a draft in the user's name belong to nobody yet and would stay, so they are deleted first.
     *
     * @return the ids of the files
     */
    List<String> delete(long userId) {
        List<String> deleted = files.delete(userId, drafts.idsOf(userId));
        users.delete(userId);
        return deleted;
    }
}
