package org.answerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.answerline.attachment.Attachment;
import org.answerline.attachment.IncomingAttachments;
import org.answerline.conversation.message.AlbumCaptions;
import org.answerline.conversation.message.DeliveryState;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.MessageKind;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.text.FormattedText;

/** Combines the parts of an album into one message: Telegram sends them one by one, without a mark on the last one. */
@ApplicationScoped
public class MediaGroups {

    private static final Duration HOLD = Duration.ofMillis(1_500);

    @Inject
    private SupportMessages messages;

    @Inject
    private IncomingAttachments arrivals;

    @Inject
    private Outbox outbox;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private AlbumCaptions captions;

    /** How long a message waits for further parts before it is sent. */
    public static Duration hold(Optional<IncomingFile> enclosed) {
        return enclosed.flatMap(IncomingFile::album).isPresent() ? HOLD : Duration.ZERO;
    }

    /** Stores a message with its file, which may be the first of an album. */
    public List<Attachment> store(SupportMessage message, Optional<IncomingFile> enclosed) {
        enclosed.flatMap(IncomingFile::album).ifPresent(message::setMediaGroup);
        messages.add(message);
        if (enclosed.flatMap(IncomingFile::album).isPresent()) {
            TelegramMessageRef first = new TelegramMessageRef(message.originChatId(), message.originMessageId());
            captions.add(message.id(), first, message.formatted());
        }
        return enclosed.map(file -> List.of(arrivals.note(message.userId(), message.id(), file.file())))
                .orElse(List.of());
    }

    /**
     * Adds a further part to the message of its album and returns the message; empty if this is the first part. A part of a withdrawn
     * answer is withdrawn with it: neither stored nor sent.
     */
    public Optional<SupportMessage> joined(FormattedText words, TelegramMessageRef origin, IncomingFile enclosed) {
        Optional<SupportMessage> begun = enclosed.album().flatMap(album -> messages.album(origin.chatId(), album));
        begun.ifPresent(message -> {
            captions.add(message.id(), origin, words);
            if (!message.isWithdrawn()) {
                join(message, words, enclosed);
            }
        });
        return begun;
    }

    private void join(SupportMessage message, FormattedText words, IncomingFile enclosed) {
        Attachment file = arrivals.note(message.userId(), message.id(), enclosed.file());
        if (!InputText.isBlank(words.text())) {
            messages.appendText(message, words);
        }
        if (message.delivery() == DeliveryState.HELD) {
            return;
        }
        MessageKind purpose = message.isFromAdmin() ? MessageKind.ANSWER : MessageKind.NOTICE;
        Optional<Instant> turn = outbox.takeBack(message.id(), purpose);
        if (turn.isPresent()) {
            dispatch.across(message, hold(Optional.of(enclosed)));
            outbox.giveTurn(turn.get(), message.id(), purpose);
        } else {
            dispatch.late(message, file, words);
        }
    }
}
