package org.answerline.delivery.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.Test;

/** What is left to send of a delivery after some of it was sent or refused. */
class DeliveryContentTest {

    private static final TelegramText BOLD =
            TelegramText.builder().bold("words").build();

    @Test
    void aTextMayBeJoinedUntilItIsToBeSentAlone() {
        var text = content(BOLD);
        assertTrue(text.isTextThatMayBeJoined());
        text.sendAlone();
        assertFalse(text.isTextThatMayBeJoined());
        assertFalse(content(BOLD, "a").isTextThatMayBeJoined());
    }

    @Test
    void filesAreSentTogetherUntilTheyAreToBeSentAlone() {
        var album = content(BOLD, "a", "b", "c");
        assertEquals(List.of("a", "b", "c"), album.files());
        album.sendAlone();
        assertEquals(List.of("a"), album.files());
    }

    @Test
    void anAlbumThatWasSentTogetherIsDone() {
        assertTrue(content(BOLD, "a", "b").isSentWhole());
        assertTrue(content(BOLD).isSentWhole());
    }

    @Test
    void onlyTheFirstOfFilesThatAreSentAloneHasTheCaption() {
        var album = content(BOLD, "a", "b");
        album.sendAlone();
        assertFalse(album.isSentWhole());
        album.removeSent();
        assertEquals(List.of("b"), album.files());
        assertEquals(TelegramText.plain(""), album.text());
        assertTrue(album.isSentWhole());
    }

    @Test
    void aRefusedFileLeavesTheOthersWithTheCaption() {
        var album = content(BOLD, "a", "b");
        assertTrue(album.removeRefusedFile());
        assertEquals(List.of("b"), album.files());
        assertEquals(BOLD, album.text());
    }

    @Test
    void theTextOfARefusedFileIsSentWithoutIt() {
        var photo = content(BOLD, "a");
        assertTrue(photo.removeRefusedFile());
        assertFalse(photo.hasFiles());
        assertEquals(BOLD, photo.text());
    }

    @Test
    void nothingIsLeftOfARefusedFileWithoutWordsOfItsSender() {
        assertFalse(content(TelegramText.plain(" "), "a").removeRefusedFile());
        var frame = new DeliveryContent(new OutboxPart(BOLD, List.of("a"), true), null);
        assertFalse(frame.removeRefusedFile(), "the text only names the message");
    }

    @Test
    void aTextIsMadeSimplerOnce() {
        var text = new DeliveryContent(OutboxPart.of(BOLD), 9L);
        assertTrue(text.simplify());
        assertEquals(TelegramText.plain("words"), text.text());
        assertEquals(null, text.replyToMessageId());
        assertFalse(text.simplify());
    }

    @Test
    void aDeletionNamesItsMessages() {
        assertEquals(List.of(11L, 12L), content(TelegramText.plain("11,12")).messageIdsToDelete());
    }

    private static DeliveryContent content(TelegramText text, String... files) {
        return new DeliveryContent(new OutboxPart(text, List.of(files)), null);
    }
}
