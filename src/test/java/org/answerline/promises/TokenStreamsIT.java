package org.answerline.promises;

import static org.answerline.promises.EventStreamsIT.PAGES_EACH;
import static org.answerline.promises.EventStreamsIT.PEOPLE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Open pages of another site, which read their stream with a token, cost as little as those of the desk's own ({@link EventStreamsIT}). */
@UsesDesk(SharedDesk.OPTIONAL_FEATURES)
class TokenStreamsIT {
    private final Desk desk = SharedDesk.OPTIONAL_FEATURES.desk();

    @Test
    void fiveHundredPagesWithTokensNeedNoThreads() {
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i ->
                        new VouchedUser(desk, SiteTokens.of(UUID.randomUUID().toString())))
                .toList();
        var before = ServerResources.of(desk);
        List<LiveStream> pages = people.stream()
                .flatMap(person -> IntStream.range(0, PAGES_EACH).mapToObj(i -> person.listen()))
                .toList();
        var words = Customer.words("to eight pages with a token");
        people.get(0).asks(words);
        pages.subList(0, PAGES_EACH).forEach(page -> page.awaitMessage(words, "delivered"));
        // What was delivered to somebody else would come before what is for them.
        var marker = Customer.words("to the last eight");
        people.get(PEOPLE - 1).asks(marker);
        pages.subList(pages.size() - PAGES_EACH, pages.size()).forEach(page -> page.awaitMessage(marker, "delivered"));
        assertTrue(pages.stream().skip(PAGES_EACH).allMatch(page -> page.messages(words)
                .isEmpty()));
        EventStreamsIT.assertCheap(before, ServerResources.of(desk), pages);
        pages.forEach(LiveStream::close);
    }
}
