package org.answerline.conversation.reply;

/** The result of a note. */
public sealed interface NoteOutcome {

    /** It is kept with the conversation. */
    record Kept() implements NoteOutcome {}

    /** It has no text. */
    record Empty() implements NoteOutcome {}

    /** It is about no conversation, with the reason; nothing is kept. */
    record NoConversation(AnswerOutcome reason) implements NoteOutcome {}
}
