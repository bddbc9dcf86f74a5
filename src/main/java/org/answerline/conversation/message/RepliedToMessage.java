package org.answerline.conversation.message;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The message in the operators' chat that Reply was pressed on.
 *
 * @param botId the id of the current bot; message ids of another bot are independent
 * @param messageId its message_id
 * @param named the support messages that its links identify, if the bot wrote it; some of them may have been deleted since
 * @param own whether its author is the operator who replies: a Reply to an operator's answer is meant for the user only then, otherwise for
 *     the colleague
 * @param album Telegram's media_group_id, if it is part of an album
 * @param quotedAt the start of the part that was selected for the reply, in UTF-16 units
 */
public record RepliedToMessage(
        long botId,
        long messageId,
        List<Place> named,
        boolean own,
        Optional<String> album,
        Optional<Integer> quotedAt) {

    /** The offset of a support message in a Telegram message that contains several, in UTF-16 units. */
    public record Place(long supportMessageId, int offset) {}

    /**
     * All support messages that it represents, in the order of its text. The database alone is not enough: erased users are not in it,
     * and their part of the text would seem to belong to the question before it.
     *
     * @param noticed the support messages that it represents according to the database
     */
    public List<Place> places(List<Place> noticed) {
        Map<Long, Place> places = new LinkedHashMap<>();
        Stream.concat(noticed.stream(), named.stream())
                .sorted(Comparator.comparingInt(Place::offset))
                .forEach(place -> places.putIfAbsent(place.supportMessageId(), place));
        return List.copyOf(places.values());
    }

    /** The one that contains the start of the selected part. */
    public Optional<Place> selected(List<Place> places) {
        return quotedAt.flatMap(
                at -> places.stream().filter(place -> place.offset() <= at).reduce((earlier, later) -> later));
    }
}
