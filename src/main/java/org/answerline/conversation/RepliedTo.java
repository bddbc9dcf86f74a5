package org.answerline.conversation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of the operator's chat that Reply was pressed on.
 *
 * @param botId the bot that serves the chat now; another one counted its messages by itself
 * @param messageId its message_id
 * @param named the support messages it names itself, if it is the bot's own; for when its message_id is not known
 * @param quotedAt where the part selected for the reply starts, in UTF-16 units
 */
public record RepliedTo(long botId, long messageId, List<Place> named, Optional<Integer> quotedAt) {

    private static final Pattern NUMBER_FIRST = Pattern.compile("\\s*#(\\d{1,18})\\b[\\s:,.]*(.*)", Pattern.DOTALL);

    /** Where a support message begins in a Telegram message that carries several, in UTF-16 units. */
    public record Place(long supportMessageId, int offset) {}

    /** What the operator meant, out of several: the answer's words without the number that chose the question. */
    record Choice(long supportMessageId, String text) {}

    /** Which of these is answered: the only one, the one a part of was selected, or the one whose #id the words begin with. */
    Optional<Choice> choose(List<Place> places, String text) {
        if (places.stream().map(Place::supportMessageId).distinct().count() == 1) {
            return Optional.of(new Choice(places.get(0).supportMessageId(), text));
        }
        Matcher number = NUMBER_FIRST.matcher(text);
        if (number.matches()) {
            long id = Long.parseLong(number.group(1));
            return places.stream()
                    .filter(place -> place.supportMessageId() == id)
                    .findFirst()
                    .map(place -> new Choice(id, number.group(2)));
        }
        return quotedAt.flatMap(at -> places.stream()
                .filter(place -> place.offset() <= at)
                .reduce((earlier, later) -> later)
                .map(place -> new Choice(place.supportMessageId(), text)));
    }
}
