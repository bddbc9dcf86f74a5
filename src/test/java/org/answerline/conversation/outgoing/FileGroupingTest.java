package org.answerline.conversation.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.Attachments;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which files go together in one Telegram message, and where the text of the message goes. */
@UsesSharedDatabase
class FileGroupingTest {

    private static final long MEGABYTE = 1L << 20;
    private static final TelegramText NUMBER = TelegramText.plain("#1");

    private final ConversationFixture desk = new ConversationFixture();
    private final SupportMessage message = desk.ask(desk.user("Anna"), "Files");
    private final List<String> ids = new ArrayList<>();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void photosAndVideosAreOneAlbum() {
        add("PHOTO", "VIDEO", "PHOTO");
        assertEquals(List.of(part("#1", 0, 1, 2)), grouped());
    }

    @Test
    void documentsAndMusicAreAlbumsOfTheirOwn() {
        add("PHOTO", "DOCUMENT", "AUDIO", "DOCUMENT", "PHOTO", "AUDIO");
        assertEquals(List.of(part("#1", 0, 4), part("#1", 1, 3), part("#1", 2, 5)), grouped());
    }

    @Test
    void whatTelegramTakesInNoAlbumIsSentAlone() {
        add("VOICE", "VOICE", "ANIMATION", "ANIMATION");
        assertEquals(List.of(part("#1", 0), part("#1", 1), part("#1", 2), part("#1", 3)), grouped());
    }

    @Test
    void stickersAndVideoNotesHaveNoCaption() {
        add("STICKER", "VIDEO_NOTE", "PHOTO");
        assertEquals(List.of(part("", 0), part("", 1), part("#1", 2)), grouped());
    }

    @Test
    void anAlbumHasTenFilesAtMost() {
        for (int i = 0; i < 11; i++) {
            add("PHOTO");
        }
        assertEquals(List.of(part("#1", IntStream.range(0, 10).toArray()), part("#1", 10)), grouped());
    }

    @Test
    void anUploadHas45MegabytesAtMost() {
        add("DOCUMENT", 20 * MEGABYTE);
        add("DOCUMENT", 20 * MEGABYTE);
        add("DOCUMENT", 5 * MEGABYTE + 1);
        add("DOCUMENT", 5 * MEGABYTE);
        assertEquals(List.of(part("#1", 0, 1, 3), part("#1", 2)), grouped());
    }

    @Test
    void filesThatTelegramHasAreNotUploadedAndCountNothing() {
        add("DOCUMENT", 40 * MEGABYTE);
        add("DOCUMENT", 40 * MEGABYTE);
        org.answerline.sandbox.SharedDatabase.sql("update attachments set telegram_file_id = 'f'");
        assertEquals(List.of(part("#1", 0, 1)), grouped());
    }

    @Test
    void aTextThatFitsIsTheCaptionOfASingleAlbum() {
        add("PHOTO", "PHOTO");
        var fits = "x".repeat(TelegramText.CAPTION_LIMIT);
        assertEquals(List.of(part(fits, 0, 1)), withText(true, fits));
    }

    @Test
    void aTextComesFirstWhereItCannotBeTheCaption() {
        add("PHOTO");
        var tooLong = "x".repeat(TelegramText.CAPTION_LIMIT + 1);
        assertEquals(List.of(text(tooLong), part("#1", 0)), withText(true, tooLong));
        assertEquals(List.of(text("short"), part("#1", 0)), withText(false, "short"));
        assertEquals(List.of(text("one"), text("two"), part("#1", 0)), withText(true, "one", "two"));
    }

    @Test
    void aTextComesFirstWhereTheFilesAreSeveralMessages() {
        add("PHOTO", "DOCUMENT");
        assertEquals(List.of(text("words"), part("#1", 0), part("#1", 1)), withText(true, "words"));
    }

    @Test
    void aTextComesBeforeASticker() {
        add("STICKER");
        assertEquals(List.of(text("words"), part("", 0)), withText(true, "words"));
    }

    private void add(String... forms) {
        for (var form : forms) {
            add(form, 1);
        }
    }

    private void add(String form, long size) {
        ids.add(desk.file(message, form, "f", size));
    }

    private List<OutboxPart> grouped() {
        return FileGrouping.of(files(), NUMBER);
    }

    private List<OutboxPart> withText(boolean asCaption, String... words) {
        return FileGrouping.of(List.of(words).stream().map(TelegramText::plain).toList(), files(), NUMBER, asCaption);
    }

    private List<Attachment> files() {
        return desk.beans.returned(() -> desk.beans.get(Attachments.class).named(ids));
    }

    private static OutboxPart text(String words) {
        return OutboxPart.of(TelegramText.plain(words));
    }

    private OutboxPart part(String caption, int... files) {
        return new OutboxPart(
                TelegramText.plain(caption),
                IntStream.of(files).mapToObj(ids::get).toList());
    }
}
