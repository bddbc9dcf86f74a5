package org.answerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.outgoing.OpenConversationText;
import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.conversation.outgoing.TelegramMessageTexts;
import org.answerline.conversation.rating.ConversationRating;
import org.answerline.conversation.rating.ConversationRatings;
import org.answerline.conversation.team.ConversationOwner;
import org.answerline.conversation.team.Conversations;
import org.answerline.platform.text.Quote;
import org.answerline.platform.text.Texts;

/** What operators read about a conversation besides its messages: how much was asked, whose turn it is, and how it was rated. */
@ApplicationScoped
class ConversationFacts {

    private static final int RATINGS = 3;

    @Inject
    private SupportMessages messages;

    @Inject
    private Conversations conversations;

    @Inject
    private ConversationRatings ratings;

    @Inject
    private OperatorChat operator;

    /** One line for each fact. */
    Stream<String> lines(long userId) {
        List<SupportMessage> last = messages.newest(userId, Long.MAX_VALUE, 1);
        String state = conversations.state(userId, last.stream().findFirst()).key();
        Optional<ConversationOwner> owner = conversations.owner(userId);
        return Stream.of(
                texts().get("telegram.card.questions", messages.countQuestions(userId)),
                rated(userId),
                texts().get("telegram.card.state." + state),
                owner.map(has -> texts().get(
                                        "telegram.card.owner", OpenConversationText.operatorName(has.name(), texts())))
                        .orElse(""));
    }

    private String rated(long userId) {
        List<ConversationRating> given = ratings.given(userId, RATINGS);
        String each = given.stream()
                .map(rating -> rating.comment()
                        .map(text -> texts().get(
                                        "telegram.card.rated.comment",
                                        rating.score().getAsInt(),
                                        Quote.line(text)
                                                .map(TelegramMessageTexts::line)
                                                .orElse("")))
                        .orElseGet(() -> texts().get(
                                        "telegram.card.rated.score",
                                        rating.score().getAsInt())))
                .collect(Collectors.joining(" · "));
        return each.isEmpty() ? "" : texts().get("telegram.card.rated", each);
    }

    private Texts texts() {
        return operator.texts();
    }
}
