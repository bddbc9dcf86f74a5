package org.answerline.webhook.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.attachment.IncomingAttachments;
import org.answerline.conversation.ConversationReader;
import org.answerline.conversation.hint.GivenHints;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.telegram.update.MediaFile;

/**
 * Tells people that the file which they add or exchange by an edit is not passed on, once for each message. Telegram reports edits for reasons
 * of its own too: then the file is the same, and nobody is told.
 */
@ApplicationScoped
public class EditedFiles {

    @Inject
    private IncomingFiles incomingFiles;

    @Inject
    private IncomingAttachments arrivals;

    @Inject
    private ConversationReader conversations;

    @Inject
    private GivenHints hints;

    @Inject
    private BotReplies words;

    /** Tells the operator who edited an answer. */
    public void tellOperator(TelegramMessageRef origin, Optional<MediaFile> file) {
        String key = areAccepted(file) ? "telegram.operator.fileedited" : "telegram.operator.captiononly";
        notPassedOn(origin, file, true)
                .ifPresent(answer -> words.toOperatorAbout(
                        answer, origin.messageId(), answer.isWithdrawn() ? "telegram.operator.withdrawnalready" : key));
    }

    /** Tells the user who edited a question. */
    public void tellUser(TelegramMessageRef origin, Optional<MediaFile> file, Optional<String> language) {
        String key = areAccepted(file) ? "telegram.user.fileedited" : "telegram.user.captiononly";
        notPassedOn(origin, file, false)
                .ifPresent(question -> words.toChatOn(origin.chatId(), origin.messageId(), language, key));
    }

    /** The message whose author is to be told. */
    private Optional<SupportMessage> notPassedOn(
            TelegramMessageRef origin, Optional<MediaFile> file, boolean isFromAdmin) {
        return file.flatMap(MediaFile::uniqueId).flatMap(id -> conversations
                .writtenAs(origin)
                .filter(message -> message.isFromAdmin() == isFromAdmin
                        && arrivals.isOther(message.id(), id)
                        && hints.mayTellOfFile(origin.chatId(), message.id())));
    }

    /** Where no files are accepted at all, it is of no use to send the file again. */
    private boolean areAccepted(Optional<MediaFile> file) {
        return incomingFiles.of(file).isPresent();
    }
}
