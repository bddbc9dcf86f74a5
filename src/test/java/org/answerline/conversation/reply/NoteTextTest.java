package org.answerline.conversation.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteTextTest {

    @Test
    void twoSlashesBeginANote() {
        assertEquals(Optional.of("calls back"), NoteText.in("//calls back"));
        assertEquals(Optional.of("calls back\non Monday"), NoteText.in(" \u200B// calls back\non Monday "));
        assertEquals(Optional.of("example.org/path"), NoteText.in("//example.org/path"));
        assertEquals(Optional.of(""), NoteText.in("//"));
    }

    @Test
    void theNumberOfAQuestionMayStandBeforeOrAfterThem() {
        assertEquals(Optional.of("#12 calls back"), NoteText.in("#12 // calls back"));
        assertEquals(Optional.of("#12 calls back"), NoteText.in("#12: //calls back"));
        assertEquals(Optional.of("#12 calls back"), NoteText.in("// #12 calls back"));
    }

    @Test
    void anyOtherTextIsNone() {
        assertEquals(Optional.empty(), NoteText.in("/ /no"));
        assertEquals(Optional.empty(), NoteText.in("see https://example.org"));
        assertEquals(Optional.empty(), NoteText.in("#12 see //there"));
        assertEquals(Optional.empty(), NoteText.in(""));
    }
}
