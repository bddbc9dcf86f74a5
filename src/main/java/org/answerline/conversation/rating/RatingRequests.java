package org.answerline.conversation.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OutgoingMessages;
import org.answerline.delivery.Outbox;
import org.answerline.delivery.message.OutboxMessage;
import org.answerline.delivery.message.OutboxPart;
import org.answerline.linking.LinkedUser;
import org.answerline.platform.config.Settings;
import org.answerline.platform.config.SiteSettings;
import org.answerline.platform.text.InputText;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.text.InlineKeyboard;
import org.answerline.telegram.text.TelegramText;

/** Asks users in Telegram to rate a conversation that was closed, and takes what they answer there. */
@ApplicationScoped
@Transactional
public class RatingRequests {

    /** What the data of the buttons begins with; the id of the rating and the score follow. */
    public static final String VERB = "rate";

    private static final int COMMENT_MAX = 4_000;

    @Inject
    private ConversationRatings ratings;

    @Inject
    private SupportMessages messages;

    @Inject
    private OutgoingMessages dispatch;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    /** Whether users may rate conversations. */
    public boolean isOn() {
        return settings.get(SiteSettings.RATING).equals("on");
    }

    /** A conversation was closed: from now on its user may rate it, and reads so in Telegram if it is linked. */
    public void ask(long userId) {
        Optional<SupportMessage> last =
                messages.newest(userId, Long.MAX_VALUE, 1).stream().findFirst();
        if (isOn() && last.isPresent()) {
            ratings.begin(userId, last.get().id())
                    .ifPresent(rating -> dispatch.reachable(userId).ifPresent(user -> ask(user, rating, last.get())));
        }
    }

    /** The rating of the last closing of a user's conversation, given or not; empty if ratings are off. */
    public Optional<ConversationRating> current(long userId) {
        return isOn() ? ratings.newest(userId) : Optional.empty();
    }

    private void ask(LinkedUser user, long rating, SupportMessage last) {
        Texts texts = dispatch.textsOf(user.userId());
        List<InlineKeyboard.Button> scores = IntStream.rangeClosed(1, ConversationRatings.BEST)
                .mapToObj(score -> new InlineKeyboard.Button(score + " ⭐", VERB + ":" + rating + ":" + score))
                .toList();
        outbox.put(OutboxMessage.wordAbout(last.id(), user.chatId(), null, texts.get("telegram.user.rate"))
                .with(new InlineKeyboard(scores)));
    }

    /**
     * Takes the score of a button; the message with the buttons then says so and has none any more.
     *
     * @param data the part of the button's data after the verb, which may be forged
     * @return the key of the text for the user; empty if the data names no rating of this user
     */
    public Optional<String> rate(LinkedUser user, long messageId, String data) {
        String[] parts = data.split(":", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}") || !parts[1].matches("[1-5]")) {
            return Optional.empty();
        }
        long id = Long.parseLong(parts[0]);
        int score = Integer.parseInt(parts[1]);
        if (ratings.rate(id, user.userId(), score)) {
            ratings.find(id, user.userId()).ifPresent(rating -> thank(user, messageId, rating, score));
            return Optional.of("telegram.user.rated.now");
        }
        return ratings.find(id, user.userId()).map(rating -> "telegram.user.rated.before");
    }

    private void thank(LinkedUser user, long messageId, ConversationRating rating, int score) {
        String text = dispatch.textsOf(user.userId()).get("telegram.user.rated.thanks", score);
        outbox.put(OutboxMessage.edit(
                rating.closedThrough(),
                user.chatId(),
                messageId,
                OutboxPart.of(TelegramText.about(rating.closedThrough(), text))));
    }

    /**
     * Takes a Reply to the message with the buttons as the comment of a rating that was given.
     *
     * @param closedThrough the support message that the replied message names
     * @return whether it is one; otherwise it is a question like any other message
     */
    public boolean takeComment(long userId, long closedThrough, String text) {
        return !InputText.isBlank(text)
                && InputText.length(text) <= COMMENT_MAX
                && ratings.closedAfter(userId, closedThrough)
                        .filter(rating -> ratings.comment(rating.id(), text))
                        .isPresent();
    }
}
