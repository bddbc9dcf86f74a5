package org.answerline.webhook.operator.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerline.conversation.DeliveryReactions;
import org.answerline.conversation.correction.RefusedAlbums;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.BotReplies;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.reply.AnswerOutcome;
import org.answerline.conversation.reply.NoteOutcome;
import org.answerline.conversation.reply.NoteText;
import org.answerline.conversation.reply.OperatorNotes;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.update.MediaFile;

/** Keeps the operators' notes and tells their authors that they are kept. */
@ApplicationScoped
public class NoteDialogue {

    @Inject
    private OperatorNotes notes;

    @Inject
    private RefusedAlbums albums;

    @Inject
    private OperatorChat operator;

    @Inject
    private DeliveryReactions reactions;

    @Inject
    private BotReplies words;

    /**
     * Handles a message that begins with two slashes or a caption that begins with /note, and a file of an album whose text does.
     *
     * @return false if the message is no note
     */
    public boolean handled(
            Optional<RepliedToMessage> replied,
            String text,
            Optional<MediaFile> file,
            long messageId,
            OperatorIdentity author) {
        Optional<String> album = file.flatMap(MediaFile::album);
        Optional<String> note = NoteText.in(text);
        note.ifPresent(typed -> {
            keep(replied, typed, messageId, album, author);
            album.ifPresent(group -> albums.refuse(operator.id(), group));
        });
        return note.isPresent() || notes.isPart(operator.id(), album);
    }

    /** Keeps a note; {@code text} is the note without its mark. */
    public void keep(
            Optional<RepliedToMessage> replied,
            String text,
            long messageId,
            Optional<String> album,
            OperatorIdentity author) {
        TelegramMessageRef origin = new TelegramMessageRef(operator.id(), messageId);
        NoteOutcome outcome = notes.keep(replied, text, origin, album, author);
        if (outcome instanceof NoteOutcome.Kept) {
            reactions.noted(messageId);
        } else if (outcome instanceof NoteOutcome.Empty) {
            words.toOperator(messageId, "telegram.operator.emptynote");
        } else if (((NoteOutcome.NoConversation) outcome).reason() instanceof AnswerOutcome.Gone) {
            words.toOperator(messageId, "telegram.operator.commandgone");
        } else {
            words.toOperator(messageId, "telegram.operator.notewhom");
        }
    }

    /** A text with two slashes that replies to nothing: in a group it is talk among operators. */
    public boolean isTalk(String text) {
        return operator.id() < 0 && InputText.strip(text).startsWith("//");
    }

    /** An edited note stays a note, whatever it says now, and keeps its text if it says nothing now; false if the message is no note. */
    public boolean edited(long messageId, String text) {
        if (InputText.isBlank(NoteText.in(text).orElse(text)) && notes.isNote(operator.id(), messageId)) {
            words.toOperator(messageId, "telegram.operator.noteemptied");
            return true;
        }
        return notes.edit(new TelegramMessageRef(operator.id(), messageId), text);
    }
}
