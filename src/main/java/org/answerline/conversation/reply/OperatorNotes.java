package org.answerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.answerline.conversation.message.OperatorIdentity;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.team.ConversationNotes;
import org.answerline.platform.text.InputText;

/** Keeps what operators note about a conversation. Nothing here reaches the outbox of a user. */
@ApplicationScoped
@Transactional
public class OperatorNotes {

    @Inject
    private ReplyTargets targets;

    @Inject
    private ConversationNotes notes;

    /**
     * Keeps a note.
     *
     * @param repliedMessage the message that it replies to; without one the text has to begin with the number of a question
     * @param text the note without its mark
     * @param album the media_group_id of its message
     */
    public NoteOutcome keep(
            Optional<RepliedToMessage> repliedMessage,
            String text,
            TelegramMessageRef origin,
            Optional<String> album,
            OperatorIdentity author) {
        ReplyTarget target = targets.of(repliedMessage, origin.chatId(), text);
        if (target instanceof ReplyTarget.Nobody nobody) {
            return new NoteOutcome.NoConversation(nobody.reason());
        }
        ReplyTarget.Person person = (ReplyTarget.Person) target;
        if (InputText.isBlank(person.text())) {
            return new NoteOutcome.Empty();
        }
        notes.add(person.about().userId(), origin, album, author, person.text());
        return new NoteOutcome.Kept();
    }

    /** Changes the note that was written as this message, whatever its text is now; false if that message is no note. */
    public boolean edit(TelegramMessageRef origin, String text) {
        return notes.edit(origin, NoteText.in(text).orElse(text));
    }

    /** Whether this message of the operators' chat is a note. */
    public boolean isNote(long chatId, long messageId) {
        return notes.userOf(new TelegramMessageRef(chatId, messageId)).isPresent();
    }

    /** Whether a file without text belongs to a note: another part of its album carries the note. */
    public boolean isPart(long chatId, Optional<String> album) {
        return album.filter(group -> notes.isNoteAlbum(chatId, group)).isPresent();
    }
}
