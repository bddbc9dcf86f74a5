package org.answerline.delivery;

import static org.answerline.delivery.OutboxFixture.OPERATORS;
import static org.answerline.delivery.OutboxFixture.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.answerline.attachment.Attachments;
import org.answerline.delivery.message.CopiedMessage;
import org.answerline.delivery.message.DeliveryEvent;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.delivery.send.SendBatch;
import org.answerline.delivery.send.TelegramSender;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.BotApiResponse;
import org.answerline.telegram.client.BotApi;
import org.answerline.telegram.client.OutgoingMedia;
import org.answerline.telegram.client.OutgoingMessage;
import org.answerline.telegram.text.TelegramText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operators' group that does not allow every kind of message: the rest of the desk goes on. */
@UsesSharedDatabase
class ForbiddenKindsTest {

    private static final String REASON = "Bad Request: not enough rights to send %s to the chat";

    private final OutboxFixture outbox = new OutboxFixture();
    private final long user = outbox.user("a");
    private final Group group = new Group();
    private final TelegramSender sender = outbox.beans.with(BotApi.class, group).get(TelegramSender.class);

    @AfterEach
    void close() {
        outbox.close();
    }

    /** Sends what waits until nothing does, or until it has to wait for longer. */
    private void run() {
        for (int i = 0; i < 20; i++) {
            List<SendBatch> batches = outbox.claim();
            batches.forEach(batch -> outbox.record(batch, sender.send(batch)));
            if (outbox.alarms().isEmpty()) {
                outbox.passWaits();
            }
        }
    }

    private String picture(long message) {
        return outbox.beans.returned(() -> {
            try {
                Attachments files = outbox.beans.get(Attachments.class);
                String id = files.receive(user, "a.png", png()).id();
                files.attach(user, message, List.of(id));
                return id;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ByteArrayInputStream png() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        return new ByteArrayInputStream(png.toByteArray());
    }

    private String sticker(long message) {
        String id = outbox.file(message, 1, "STICKER");
        SharedDatabase.sql(
                "update attachments set telegram_file_id = 'S', state = 'TOO_LARGE', digest = null where id = ? returning id",
                id);
        return id;
    }

    private long asks(String words, String... files) {
        long message = outbox.message(user);
        return asks(message, new OutboxPart(TelegramText.plain(words), List.of(files)));
    }

    private long asks(long message, OutboxPart... parts) {
        return outbox.put(OutboxMessage.notice(OPERATORS, message, List.of(parts), Duration.ZERO))
                .get(0);
    }

    private List<DeliveryEvent.FileRefused> refused() {
        return outbox.beans.events(DeliveryEvent.FileRefused.class);
    }

    @Test
    void aPictureComesAsADocumentWherePhotosAreForbidden() {
        long message = outbox.message(user);
        asks(message, new OutboxPart(TelegramText.plain("See"), List.of(picture(message))));
        asks("after it");
        group.forbidden.add("photo");
        run();
        assertEquals(List.of("document See", "text after it"), group.received);
        assertEquals(List.of(), outbox.alarms());
        assertEquals(List.of(), refused());
    }

    @Test
    void onlyTheTextComesWhereFilesAreForbidden() {
        long message = outbox.message(user);
        String file = picture(message);
        asks(message, new OutboxPart(TelegramText.plain("See"), List.of(file)));
        asks("after it");
        group.forbidden.addAll(List.of("photo", "document"));
        run();
        assertEquals(List.of("text See", "text after it"), group.received);
        assertEquals(List.of(), outbox.alarms());
        assertEquals(
                List.of(file),
                refused().stream().map(DeliveryEvent.FileRefused::attachmentId).toList());
        assertEquals(REASON.formatted("documents"), refused().get(0).reason());
    }

    @Test
    void aStickerDoesNotHoldUpTheDesk() {
        long message = outbox.message(user);
        asks(
                message,
                new OutboxPart(TelegramText.plain("#1 sent a sticker"), List.of()),
                new OutboxPart(TelegramText.plain(""), List.of(sticker(message)), true));
        asks("after it");
        group.forbidden.add("sticker");
        run();
        assertEquals(List.of("text #1 sent a sticker", "text after it"), group.received);
        assertEquals(1, refused().size());
        assertEquals(List.of(), outbox.alarms());
    }

    @Test
    void aPollDoesNotHoldUpTheDesk() {
        asks(outbox.message(user), parts("Poll: when?").get(0), OutboxPart.copy(new CopiedMessage(7, 5)));
        asks("after it");
        group.forbidden.add("copy");
        run();
        assertEquals(List.of("text Poll: when?", "text after it"), group.received);
        assertEquals(1, outbox.beans.events(DeliveryEvent.CopyRefused.class).size());
        assertEquals(List.of(), outbox.alarms());
    }

    @Test
    void whereNothingIsAllowedEverythingWaitsWithAnAlarmAndKeepsItsForm() {
        long message = outbox.message(user);
        String file = picture(message);
        long delivery = asks(message, new OutboxPart(TelegramText.plain("See"), List.of(file)));
        group.forbidden.addAll(List.of("photo", "document", "text"));
        run();
        assertEquals("WAITING", outbox.state(delivery));
        assertEquals(List.of(Map.of("chat_id", OPERATORS, "reason", REASON.formatted("photos"))), outbox.alarms());
        group.forbidden.clear();
        SharedDatabase.sql("delete from delivery_alarms");
        outbox.passWaits();
        run();
        assertEquals(List.of("photo See"), group.received);
        assertEquals(List.of(), refused());
    }

    @Test
    void aFileWaitsWhileTelegramDoesNotSayWhetherTextsAreAllowed() {
        long message = outbox.message(user);
        asks(message, new OutboxPart(TelegramText.plain("See"), List.of(picture(message))));
        group.forbidden.add("photo");
        group.isSilent = true;
        run();
        assertEquals(1, outbox.alarms().size());
        group.isSilent = false;
        SharedDatabase.sql("delete from delivery_alarms");
        outbox.passWaits();
        run();
        assertEquals(List.of("document See"), group.received);
    }

    @Test
    void aTextThatIsForbiddenWaitsWithAnAlarm() {
        long delivery = asks("hello");
        group.forbidden.add("text");
        run();
        assertEquals("WAITING", outbox.state(delivery));
        assertEquals(REASON.formatted("text messages"), outbox.alarms().get(0).get("reason"));
    }

    /** Takes all kinds of messages but those that are forbidden. */
    private static final class Group extends BotApi {

        private static final Map<String, String> WORDS = Map.of(
                "text",
                "text messages",
                "photo",
                "photos",
                "document",
                "documents",
                "sticker",
                "stickers",
                "copy",
                "polls");

        private final Set<String> forbidden = new HashSet<>();
        private final List<String> received = new ArrayList<>();
        private boolean isSilent;

        @Override
        public long send(OutgoingMessage message) {
            return received("text", message.text());
        }

        @Override
        public List<Long> send(OutgoingMedia media) {
            return List.of(received(
                    media.files().get(0).sort().field(), media.caption().text()));
        }

        @Override
        public long copy(long chatId, Long threadId, long fromChatId, long messageId, Long replyTo) {
            return received("copy", "");
        }

        @Override
        public boolean maySendTexts(long chatId) {
            if (isSilent) {
                answer(500, "Internal Server Error");
            }
            return !forbidden.contains("text");
        }

        private long received(String kind, String text) {
            if (forbidden.contains(kind)) {
                answer(400, REASON.formatted(WORDS.get(kind)));
            }
            received.add(kind + " " + text);
            return received.size();
        }

        private static void answer(int code, String description) {
            String json = "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description);
            BotApiResponse.read(code, json, Boolean.class, Optional.empty());
        }
    }
}
