package org.answerline.conversation.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.answerline.conversation.message.RepliedToMessage.Place;
import org.junit.jupiter.api.Test;

class RepliedToMessageTest {

    private static final List<Place> NAMED = List.of(new Place(1, 20), new Place(2, 50), new Place(3, 80));

    @Test
    void whatTheDatabaseHasForgottenKeepsItsPlaceInTheText() {
        RepliedToMessage quoted = new RepliedToMessage(7, 5, NAMED, false, Optional.empty(), Optional.of(60));
        List<Place> places = quoted.places(List.of(new Place(1, 20), new Place(3, 80)));
        assertEquals(NAMED, places);
        assertEquals(Optional.of(new Place(2, 50)), quoted.selected(places));
    }

    @Test
    void whatTheTextDoesNotNameIsTakenFromTheDatabase() {
        RepliedToMessage photo = new RepliedToMessage(7, 5, List.of(), false, Optional.empty(), Optional.empty());
        assertEquals(List.of(new Place(4, 0)), photo.places(List.of(new Place(4, 0))));
    }

    @Test
    void theHeadingOfABatchIsNoQuestion() {
        RepliedToMessage quoted = new RepliedToMessage(7, 5, NAMED, false, Optional.empty(), Optional.of(3));
        assertEquals(Optional.empty(), quoted.selected(quoted.places(List.of())));
    }

    @Test
    void aMessageNamedTwiceStandsOnceAtItsFirstPlace() {
        RepliedToMessage twice = new RepliedToMessage(
                7, 5, List.of(new Place(1, 20), new Place(1, 90)), false, Optional.empty(), Optional.empty());
        assertEquals(List.of(new Place(1, 0)), twice.places(List.of(new Place(1, 0))));
    }
}
