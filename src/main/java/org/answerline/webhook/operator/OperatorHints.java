package org.answerline.webhook.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.ConversationReader;
import org.answerline.conversation.correction.RefusedAlbums;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.telegram.update.MediaFile;
import org.answerline.telegram.update.Message;
import org.answerline.webhook.event.IncomingEvent;

/** Explains to operators how a message reaches a user. Hints are rare in a group, where members talk to each other. */
@ApplicationScoped
class OperatorHints {

    @Inject
    private OperatorChat operator;

    @Inject
    private GivenHints hints;

    @Inject
    private RefusedAlbums albums;

    @Inject
    private ConversationReader conversations;

    @Inject
    private BotReplies words;

    /**
     * Explains a Reply that was not sent. One to a person's message is rarely explained, because it may be talk; but an anonymous
     * administrator who replies to an anonymous administrator's answer may believe that this adds to it.
     */
    void giveReply(IncomingEvent.OperatorReply reply, boolean isToAPerson) {
        if (isToAnonymousAnswer(reply)) {
            words.toOperator(reply.messageId(), "telegram.operator.anonymousreply");
        } else if (!isToAPerson || mayHintTalk(reply.author().id())) {
            words.toOperator(
                    reply.messageId(),
                    operator.hasMoved() ? "telegram.operator.beforemove" : "telegram.operator.notours");
        }
    }

    private boolean isToAnonymousAnswer(IncomingEvent.OperatorReply reply) {
        Message.Reply replied = reply.repliedMessage();
        boolean isSameSender =
                replied.author().filter(id -> id == reply.author().id()).isPresent();
        return reply.author().isAnonymous()
                && isSameSender
                && conversations
                        .writtenAs(new TelegramMessageRef(operator.id(), replied.id()))
                        .filter(SupportMessage::isFromAdmin)
                        .isPresent();
    }

    /** Explains a message of which the desk cannot say what it is meant for. */
    void give(long messageId, String key) {
        words.toOperator(messageId, key);
    }

    /**
     * Explains that a text or a caption was not sent because it begins with a command; the other files of its album are not sent either.
     *
     * @return false if it begins with none, and belongs to no such album
     */
    boolean giveCommand(long messageId, String text, Optional<MediaFile> file) {
        Optional<String> command = OperatorCommandName.beginning(text);
        Optional<String> album = file.flatMap(MediaFile::album);
        if (command.isEmpty()) {
            return album.filter(group -> albums.isRefused(operator.id(), group)).isPresent();
        }
        words.toOperator(messageId, "telegram.operator.commandintext", command.get());
        album.ifPresent(group -> albums.refuse(operator.id(), group));
        return true;
    }

    /** Explains what may be ordinary talk: always in a private chat, rarely in a group. */
    void giveTalk(long messageId, long author, String key) {
        if (mayHintTalk(author)) {
            words.toOperator(messageId, key);
        }
    }

    /** Explains what was written in a user's topic and is no Reply, where only Replies are sent. */
    void giveTopicTalk(long messageId, long author) {
        if (hints.mayHintTopicTalk(operator.id(), author)) {
            words.toOperator(messageId, "telegram.operator.noreply");
        }
    }

    private boolean mayHintTalk(long author) {
        return operator.id() > 0 || hints.mayHintTalk(operator.id(), author);
    }
}
