package org.answerline.conversation.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

/** Passes on to the operators what users change in messages that they wrote in Telegram. */
@ApplicationScoped
@Transactional
public class QuestionEdits {

    @Inject
    private SupportMessages messages;

    @Inject
    private AlbumCaptions captions;

    @Inject
    private EditedNotices notices;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /**
     * Takes the new text of a user's message, or the new caption of a part of an album, which may be removed if the message has files. A text
     * that has not changed is ignored, as is an edit of anything else.
     *
     * @return false if nothing would be left of the message, which keeps its earlier text
     */
    public boolean edit(TelegramMessageRef origin, FormattedText text) {
        FormattedText caption = InputText.isBlank(text.text()) ? FormattedText.plain("") : text;
        return messages.writtenAs(origin)
                .filter(message -> !message.isFromAdmin())
                .map(message -> edit(message, origin, caption))
                .orElse(true);
    }

    private boolean edit(SupportMessage message, TelegramMessageRef origin, FormattedText caption) {
        FormattedText whole = captions.textWith(message.id(), origin, caption);
        if (message.formatted().equals(whole)) {
            return true;
        }
        if (whole.text().isEmpty() && !dispatch.hasFiles(message)) {
            return false;
        }
        captions.change(origin, caption);
        edit(message, whole);
        return true;
    }

    /** Locks the deliveries before the message, as the dispatcher does when it records that one has arrived. */
    private void edit(SupportMessage found, FormattedText text) {
        Optional<Instant> turn = outbox.takeBack(found.id(), MessageKind.NOTICE);
        SupportMessage message = messages.locked(found);
        messages.replaceText(message, text, clock.instant());
        if (message.delivery() == DeliveryState.HELD) {
            // The operators get it, with this text, when it is released.
            return;
        }
        if (turn.isPresent()) {
            dispatch.across(message, Duration.ZERO);
            outbox.giveTurn(turn.get(), message.id(), MessageKind.NOTICE);
        } else if (outbox.isOnItsWay(message.id(), MessageKind.NOTICE)) {
            message.setEditPending(true);
        } else {
            notices.show(message);
        }
    }
}
