package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;

/** Shows the operator on the reply itself what became of it, unless the owner wants no such marks. */
@ApplicationScoped
public class DeliveryReactions {

    // Some of the few reactions that Telegram allows.
    private static final String DELIVERED = "👌";
    private static final String KEPT = "✍";
    private static final String MAILED = "🕊";
    private static final String NOTED = "🙊";
    private static final String DONE = "👍";

    @Inject
    private Outbox outbox;

    @Inject
    private OperatorChat operator;

    @Inject
    private Settings settings;

    /** It has reached the user's Telegram. A reply in a former operators' chat gets no mark: its id is another message's in the present one. */
    void delivered(TelegramMessageRef reply) {
        if (reply.chatId() == operator.id()) {
            react(reply.messageId(), DELIVERED);
        }
    }

    /** It is on the site, and leaves for the user's Telegram when there is a way. */
    public void kept(long replyMessageId) {
        react(replyMessageId, KEPT);
    }

    /** The user was informed of it by e-mail. */
    public void mailed(long replyMessageId) {
        react(replyMessageId, MAILED);
    }

    /** It is a note, which no user sees. */
    public void noted(long messageId) {
        react(messageId, NOTED);
    }

    /** The command was carried out. */
    public void done(long messageId) {
        react(messageId, DONE);
    }

    private void react(long replyMessageId, String emoji) {
        if (settings.get(SiteSettings.OPERATOR_RECEIPTS).equals("reaction")) {
            outbox.put(OutboxMessage.receipt(operator.id(), replyMessageId, emoji));
        }
    }
}
