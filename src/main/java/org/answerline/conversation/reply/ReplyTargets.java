package org.answerline.conversation.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.answerline.conversation.message.ForgottenMessages;
import org.answerline.conversation.message.OperatorNotices;
import org.answerline.conversation.message.QuestionNumbers;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.RepliedToMessage.Place;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.SupportMessages;
import org.answerline.conversation.message.TelegramMessageRef;
import org.answerline.conversation.team.ConversationNotes;

/**
 * Finds the recipient of an operator's message. If the recipient is not certain, nobody receives the message: an answer must never reach
 * another user than the intended one.
 */
@ApplicationScoped
public class ReplyTargets {

    @Inject
    private SupportMessages messages;

    @Inject
    private QuestionNumbers numbers;

    @Inject
    private ForgottenMessages forgotten;

    @Inject
    private OperatorNotices notices;

    @Inject
    private ConversationNotes notes;

    /**
     * Finds the conversation that a command or a note is about.
     *
     * @param repliedMessage the message that it replies to; it may be a note or any operator's answer. Without one the text has to begin
     *     with a number
     */
    public ReplyTarget of(Optional<RepliedToMessage> repliedMessage, long chatId, String text) {
        if (repliedMessage.isEmpty()) {
            return of(text).orElseGet(() -> new ReplyTarget.Nobody(new AnswerOutcome.NotOurs()));
        }
        ReplyTarget target = of(repliedMessage.get(), chatId, text);
        boolean isUnknown =
                target instanceof ReplyTarget.Nobody nobody && nobody.reason() instanceof AnswerOutcome.NotOurs;
        return isUnknown
                ? ofAnyAnswer(repliedMessage.get(), chatId, text)
                        .or(() -> ofNote(repliedMessage.get(), chatId, text))
                        .orElse(target)
                : target;
    }

    private Optional<ReplyTarget> ofAnyAnswer(RepliedToMessage repliedMessage, long chatId, String text) {
        return answer(repliedMessage, new TelegramMessageRef(chatId, repliedMessage.messageId()))
                .map(about -> inConversation(about, NumberedText.in(text), text));
    }

    private Optional<ReplyTarget> ofNote(RepliedToMessage repliedMessage, long chatId, String text) {
        return notes.userOf(new TelegramMessageRef(chatId, repliedMessage.messageId()))
                .flatMap(user ->
                        messages.newest(user, Long.MAX_VALUE, 1).stream().findFirst())
                .map(about -> new ReplyTarget.Person(about, text));
    }

    /** Finds the recipient of a Reply; of one that replies to nothing of the desk in a user's topic, that user. */
    ReplyTarget of(RepliedToMessage repliedMessage, long chatId, String text) {
        ReplyTarget target = ofReply(repliedMessage, chatId, text);
        boolean isUnknown =
                target instanceof ReplyTarget.Nobody nobody && nobody.reason() instanceof AnswerOutcome.NotOurs;
        return isUnknown && repliedMessage.topicUserId().isPresent()
                ? ofTopic(repliedMessage.topicUserId().get(), text)
                : target;
    }

    /** The user's newest message stands for the conversation. */
    private ReplyTarget ofTopic(long userId, String text) {
        return messages.newest(userId, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(about -> inConversation(about, NumberedText.in(text), text))
                .orElseGet(ReplyTargets::gone);
    }

    private ReplyTarget ofReply(RepliedToMessage repliedMessage, long chatId, String text) {
        TelegramMessageRef replied = new TelegramMessageRef(chatId, repliedMessage.messageId());
        if (repliedMessage.isElsewhere() && forgotten.contains(replied)) {
            // Part of it stood for something that was deleted, and the links that would say which part are not known.
            return gone();
        }
        List<Place> noticed = notices.placesIn(repliedMessage.botId(), chatId, repliedMessage.messageId());
        List<Place> places = repliedMessage.places(noticed);
        Optional<NumberedText> numbered = NumberedText.in(text);
        if (places.size() == 1) {
            return messages.find(places.get(0).supportMessageId())
                    .map(about -> inConversation(about, numbered, text))
                    .orElseGet(ReplyTargets::gone);
        }
        return places.isEmpty()
                ? ofUnnamed(repliedMessage, replied, numbered, text)
                : among(places, repliedMessage, numbered, text);
    }

    /** Finds the recipient of a message without Reply; empty when it names no question. */
    Optional<ReplyTarget> of(String text) {
        return NumberedText.in(text).flatMap(this::byNumber);
    }

    /** For a Reply to an operator's own message, or to a message of the bot that names no question. */
    private ReplyTarget ofUnnamed(
            RepliedToMessage repliedMessage, TelegramMessageRef origin, Optional<NumberedText> numbered, String text) {
        Optional<SupportMessage> answer = repliedMessage.own() ? answer(repliedMessage, origin) : Optional.empty();
        if (answer.isPresent()) {
            return inConversation(answer.get(), numbered, text);
        }
        if (repliedMessage.topicUserId().isPresent()) {
            return forgotten.contains(origin) ? gone() : new ReplyTarget.Nobody(new AnswerOutcome.NotOurs());
        }
        return numbered.flatMap(this::byNumber)
                .orElseGet(() ->
                        forgotten.contains(origin) ? gone() : new ReplyTarget.Nobody(new AnswerOutcome.NotOurs()));
    }

    private Optional<SupportMessage> answer(RepliedToMessage repliedMessage, TelegramMessageRef origin) {
        return messages.writtenAs(origin)
                .or(() -> repliedMessage.album().flatMap(album -> messages.writtenAs(origin.chatId(), album)))
                .filter(SupportMessage::isFromAdmin);
    }

    /** The conversation is known; a number may name another question of the same user. */
    private ReplyTarget inConversation(SupportMessage about, Optional<NumberedText> numbered, String text) {
        Optional<ReplyTarget> other = numbered.flatMap(this::byNumber);
        if (other.isEmpty()) {
            return new ReplyTarget.Person(about, text);
        }
        boolean samePerson = other.get() instanceof ReplyTarget.Person person
                && person.about().userId() == about.userId();
        boolean anotherPerson = other.get() instanceof ReplyTarget.Person && !samePerson;
        return anotherPerson
                ? new ReplyTarget.Nobody(
                        new AnswerOutcome.TwoPeople(numbered.get().number()))
                : other.get();
    }

    private ReplyTarget among(
            List<Place> places, RepliedToMessage repliedMessage, Optional<NumberedText> numbered, String text) {
        Optional<Place> selected = repliedMessage.selected(places);
        Optional<ReplyTarget> byNumber = numbered.flatMap(this::byNumber);
        if (byNumber.isPresent()) {
            boolean here = !(byNumber.get() instanceof ReplyTarget.Person person)
                    || selected.map(List::of).orElse(places).stream()
                            .anyMatch(place ->
                                    place.supportMessageId() == person.about().id());
            return here ? byNumber.get() : new ReplyTarget.Nobody(new AnswerOutcome.WhichOne());
        }
        return selected.map(place -> messages.find(place.supportMessageId())
                        .<ReplyTarget>map(about -> new ReplyTarget.Person(about, text))
                        .orElseGet(ReplyTargets::gone))
                .or(() -> onlyPerson(places, text))
                .orElseGet(() -> new ReplyTarget.Nobody(new AnswerOutcome.WhichOne()));
    }

    /** If all questions are from one user, the answer is for that user. */
    private Optional<ReplyTarget> onlyPerson(List<Place> places, String text) {
        List<SupportMessage> questions = places.stream()
                .flatMap(place -> messages.find(place.supportMessageId()).stream())
                .toList();
        boolean one = questions.size() == places.size()
                && questions.stream().map(SupportMessage::userId).distinct().count() == 1;
        return one ? Optional.of(new ReplyTarget.Person(questions.get(questions.size() - 1), text)) : Optional.empty();
    }

    /** Empty for a number that no question ever had: then it is part of the text. */
    private Optional<ReplyTarget> byNumber(NumberedText numbered) {
        return numbers.numbered(numbered.number())
                .<ReplyTarget>map(question -> new ReplyTarget.Person(question, numbered.text()))
                .or(() -> numbers.wasGiven(numbered.number()) ? Optional.of(gone()) : Optional.empty());
    }

    private static ReplyTarget gone() {
        return new ReplyTarget.Nobody(new AnswerOutcome.Gone());
    }
}
