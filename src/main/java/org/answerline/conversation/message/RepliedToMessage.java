package org.answerline.conversation.message;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The message of the operator's chat that Reply was pressed on.
 *
 * @param botId the bot that serves the chat now; another one counted its messages by itself
 * @param messageId its message_id
 * @param named the support messages that its own links name, if it is the bot's own; some of them may be deleted since
 * @param own whether its author is who replies: only then is a Reply to an answer of an operator meant for the user, and not for the
 *     colleague
 * @param album what ties it to the other messages of its album, if it is one of an album
 * @param quotedAt where the part selected for the reply starts, in UTF-16 units
 */
public record RepliedToMessage(
        long botId,
        long messageId,
        List<Place> named,
        boolean own,
        Optional<String> album,
        Optional<Integer> quotedAt) {

    /** Where a support message begins in a Telegram message that carries several, in UTF-16 units. */
    public record Place(long supportMessageId, int offset) {}

    /**
     * All that it stands for, in the order of its text. The database alone does not tell: it has forgotten whoever was erased, and their
     * part of the text would seem to belong to the question before it.
     *
     * @param noticed what the database knows it to stand for
     */
    public List<Place> places(List<Place> noticed) {
        Map<Long, Place> places = new LinkedHashMap<>();
        Stream.concat(noticed.stream(), named.stream())
                .sorted(Comparator.comparingInt(Place::offset))
                .forEach(place -> places.putIfAbsent(place.supportMessageId(), place));
        return List.copyOf(places.values());
    }

    /** The one of these that the selected part of the text begins in. */
    public Optional<Place> selected(List<Place> places) {
        return quotedAt.flatMap(
                at -> places.stream().filter(place -> place.offset() <= at).reduce((earlier, later) -> later));
    }
}
