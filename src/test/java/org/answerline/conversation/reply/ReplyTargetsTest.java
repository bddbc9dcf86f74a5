package org.answerline.conversation.reply;

import static org.answerline.conversation.ConversationFixture.BOT;
import static org.answerline.conversation.ConversationFixture.OPERATORS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.answerline.conversation.ConversationFixture;
import org.answerline.conversation.message.RepliedToMessage;
import org.answerline.conversation.message.RepliedToMessage.Place;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.sandbox.SharedDatabase;
import org.answerline.sandbox.UsesSharedDatabase;
import org.answerline.telegram.text.FormattedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The recipient of a Reply where only the links in the replied message, an album or a deleted question tell; see also {@link OperatorRepliesTest}. */
@UsesSharedDatabase
class ReplyTargetsTest {

    private final ConversationFixture desk = new ConversationFixture();
    private final ReplyTargets targets = desk.beans.get(ReplyTargets.class);
    private final SupportMessage annas = desk.ask(desk.user("Anna"), "Question of Anna");
    private final SupportMessage boris = desk.ask(desk.user("Boris"), "Question of Boris");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aMessageOfTheBotNamesItsQuestionByItsLink() {
        var target = target(named(List.of(new Place(annas.id(), 0)), Optional.empty()), "Here");
        assertPerson(annas, "Here", target);
    }

    @Test
    void aPartOfAnErasedUserIsNotTakenForTheQuestionBeforeIt() {
        var erased = desk.ask(desk.user("Clara"), "Question of Clara");
        var places = List.of(new Place(annas.id(), 0), new Place(erased.id(), 40), new Place(boris.id(), 80));
        SharedDatabase.sql("delete from support_messages where id = ?", erased.id());
        assertEquals(nobody(new AnswerOutcome.Gone()), target(named(places, Optional.of(45)), "Here"));
        assertPerson(annas, "Here", target(named(places, Optional.of(39)), "Here"));
        assertPerson(boris, "Here", target(named(places, Optional.of(80)), "Here"));
        assertEquals(nobody(new AnswerOutcome.WhichOne()), target(named(places, Optional.empty()), "Here"));
    }

    @Test
    void severalPlacesOfWhichOneWasErasedAreNotForTheOnlyUserWhoIsLeft() {
        var erased = desk.ask(desk.user("Clara"), "Question of Clara");
        var places = List.of(new Place(annas.id(), 0), new Place(erased.id(), 40));
        SharedDatabase.sql("delete from support_messages where id = ?", erased.id());
        assertEquals(nobody(new AnswerOutcome.WhichOne()), target(named(places, Optional.empty()), "for whom?"));
    }

    @Test
    void aSelectionAndANumberThatContradictEachOtherAreForNobody() {
        var places = List.of(new Place(annas.id(), 0), new Place(boris.id(), 40));
        assertEquals(
                nobody(new AnswerOutcome.WhichOne()),
                target(named(places, Optional.of(5)), "#" + boris.number() + " mixed up"));
        assertPerson(boris, "agreed", target(named(places, Optional.of(45)), "#" + boris.number() + " agreed"));
    }

    @Test
    void aNumberOfAQuestionThatIsNotInTheMessageIsForNobody() {
        var other = desk.ask(desk.user("Clara"), "Question of Clara");
        var places = List.of(new Place(annas.id(), 0), new Place(boris.id(), 40));
        assertEquals(
                nobody(new AnswerOutcome.WhichOne()),
                target(named(places, Optional.empty()), "#" + other.number() + " not here"));
    }

    @Test
    void aNumberThatWasNeverGivenIsPartOfTheText() {
        var text = "#99 is the size";
        assertPerson(annas, text, target(named(List.of(new Place(annas.id(), 0)), Optional.empty()), text));
    }

    @Test
    void aNumberOfADeletedQuestionIsForNobody() {
        SharedDatabase.sql("delete from support_messages where id = ?", boris.id());
        assertEquals(
                nobody(new AnswerOutcome.Gone()),
                target(named(List.of(new Place(annas.id(), 0)), Optional.empty()), "#" + boris.number() + " too late"));
    }

    @Test
    void aPartOfOnesOwnAlbumGoesOnWithItsUser() {
        var first = (AnswerOutcome.Stored) desk.answer(annas, "album", Optional.of(ConversationFixture.photo("a")));
        var part = new RepliedToMessage(BOT, 9_999, List.of(), true, Optional.of("a"), Optional.empty());
        assertPerson(first.answer(), "more", target(part, "more"));
        var colleagues = new RepliedToMessage(BOT, 9_999, List.of(), false, Optional.of("a"), Optional.empty());
        assertEquals(nobody(new AnswerOutcome.NotOurs()), target(colleagues, "a note"));
    }

    @Test
    void aReplyToWhatAUserWroteInTheOperatorsChatIsNoAnswer() {
        var origin = desk.origin();
        desk.beans.inTransaction(() ->
                desk.desk.tell(annas.userId(), FormattedText.plain("hi"), Optional.empty(), origin, Optional.empty()));
        var own = new RepliedToMessage(BOT, origin.messageId(), List.of(), true, Optional.empty(), Optional.empty());
        assertEquals(nobody(new AnswerOutcome.NotOurs()), target(own, "to a user's message"));
    }

    private static RepliedToMessage named(List<Place> places, Optional<Integer> quotedAt) {
        return new RepliedToMessage(BOT, 77, places, false, Optional.empty(), quotedAt);
    }

    private ReplyTarget target(RepliedToMessage message, String text) {
        return desk.beans.returned(() -> targets.of(message, OPERATORS, text));
    }

    private static ReplyTarget nobody(AnswerOutcome reason) {
        return new ReplyTarget.Nobody(reason);
    }

    private static void assertPerson(SupportMessage about, String text, ReplyTarget target) {
        var person = assertInstanceOf(ReplyTarget.Person.class, target);
        assertEquals(about.id(), person.about().id());
        assertEquals(text, person.text());
    }
}
