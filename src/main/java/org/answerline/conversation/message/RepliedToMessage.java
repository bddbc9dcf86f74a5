package org.answerline.conversation.message;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The message in the operators' chat that Reply was pressed on. A message in a topic without Reply formally replies to the topic's
 * first message.
 *
 * @param botId the id of the current bot; message ids of another bot are independent
 * @param messageId its message_id; 0 if Reply was not pressed
 * @param named the support messages that its links identify, if the bot wrote it; some of them may have been deleted since
 * @param own whether its author is the operator who replies: a Reply to an operator's answer is meant for the user only then, otherwise for
 *     the colleague
 * @param album Telegram's media_group_id, if it is part of an album
 * @param quotedAt the start of the part that was selected for the reply, in UTF-16 units
 * @param isElsewhere whether it is in another topic, so that its links are not known
 * @param topicUserId the user in whose topic the Reply was written; empty if in none
 */
public record RepliedToMessage(
        long botId,
        long messageId,
        List<Place> named,
        boolean own,
        Optional<String> album,
        Optional<Integer> quotedAt,
        boolean isElsewhere,
        Optional<Long> topicUserId) {

    private static final long NONE = 0;

    /** A message whose text and links are known. */
    public RepliedToMessage(
            long botId,
            long messageId,
            List<Place> named,
            boolean own,
            Optional<String> album,
            Optional<Integer> quotedAt) {
        this(botId, messageId, named, own, album, quotedAt, false, Optional.empty());
    }

    /** What a message in a user's topic replies to when Reply was not pressed. */
    public static RepliedToMessage topic(long botId, long userId) {
        return new RepliedToMessage(
                botId, NONE, List.of(), false, Optional.empty(), Optional.empty(), false, Optional.of(userId));
    }

    /** The same, written in the topic of this user, or in none. */
    public RepliedToMessage inTopicOf(Optional<Long> userId) {
        return new RepliedToMessage(botId, messageId, named, own, album, quotedAt, isElsewhere, userId);
    }

    /** Whether Reply was pressed; otherwise only the topic says which conversation is meant. */
    public boolean isPressed() {
        return messageId != NONE;
    }

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
