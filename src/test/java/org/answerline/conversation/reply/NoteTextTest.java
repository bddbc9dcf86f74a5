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
    void theNameOfTheCommandBeginsOneToo() {
        for (String typed : new String[] {
            "/note he lies",
            "/note: he lies",
            "/note, he lies",
            "/note—he lies",
            "/Note@SupportBot he lies",
            " /note\nhe lies"
        }) {
            assertEquals(Optional.of("he lies"), NoteText.in(typed), typed);
        }
        assertEquals(Optional.of(""), NoteText.in("/note"));
        assertEquals(Optional.of("#12 he lies"), NoteText.in("#12 /note he lies"));
        assertEquals(Optional.empty(), NoteText.in("/notes he lies"));
        assertEquals(Optional.empty(), NoteText.in("/note/he/lies"));
        assertEquals(Optional.empty(), NoteText.in("/note@SupportBot/he"));
    }

    @Test
    void anyOtherTextIsNone() {
        assertEquals(Optional.empty(), NoteText.in("/ /no"));
        assertEquals(Optional.empty(), NoteText.in("see https://example.org"));
        assertEquals(Optional.empty(), NoteText.in("#12 see //there"));
        assertEquals(Optional.empty(), NoteText.in(""));
    }
}
