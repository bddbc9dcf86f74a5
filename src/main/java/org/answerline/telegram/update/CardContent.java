package org.answerline.telegram.update;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.platform.text.InputText;
import org.answerline.telegram.LenientJson;
import org.answerline.telegram.text.ContentCard;
import org.answerline.telegram.text.ContentCard.Kind;

/**
 * Reads the kinds of messages that are neither text nor a file.
 *
 * @see <a href="https://core.telegram.org/bots/api#message">Message</a>
 */
final class CardContent {

    /** Five decimals of a degree are a metre. */
    private static final int DECIMALS = 5;

    private CardContent() {}

    /** The content of such a message; empty for every other kind. A venue has a location too, so it comes first. */
    static Optional<ContentCard> in(LenientJson message) {
        return message.object("venue")
                .map(CardContent::venue)
                .or(() -> message.object("location").map(place -> new ContentCard(Kind.LOCATION, place(place))))
                .or(() -> message.object("contact").map(CardContent::contact))
                .or(() -> message.object("poll")
                        .filter(poll -> poll.text("question").isPresent())
                        .map(CardContent::poll))
                .or(() -> message.object("dice")
                        .map(dice -> new ContentCard(Kind.DICE, List.of(line(dice, "emoji"), number(dice, "value")))))
                .or(() -> message.object("sticker")
                        .filter(sticker -> sticker.isTrue("is_animated"))
                        .map(sticker -> new ContentCard(Kind.STICKER, List.of(line(sticker, "emoji")))))
                .or(() -> message.object("story").map(CardContent::story));
    }

    private static ContentCard venue(LenientJson venue) {
        return new ContentCard(
                Kind.VENUE,
                Stream.concat(
                                Stream.of(line(venue, "title"), line(venue, "address")),
                                venue.object("location").map(CardContent::place).orElse(List.of("?", "?")).stream())
                        .toList());
    }

    private static List<String> place(LenientJson location) {
        return List.of(number(location, "latitude"), number(location, "longitude"));
    }

    private static ContentCard contact(LenientJson contact) {
        String name = Stream.of(line(contact, "first_name"), line(contact, "last_name"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new ContentCard(Kind.CONTACT, List.of(name, line(contact, "phone_number")));
    }

    private static ContentCard poll(LenientJson poll) {
        String options = poll.objects("options").stream()
                .map(option -> line(option, "text"))
                .collect(Collectors.joining("\n"));
        return new ContentCard(Kind.POLL, List.of(line(poll, "question"), options));
    }

    private static ContentCard story(LenientJson story) {
        String author = story.object("chat")
                .map(chat -> chat.text("username")
                        .map(username -> "@" + InputText.cleanLine(username))
                        .orElseGet(() ->
                                chat.text("title").map(InputText::cleanLine).orElseGet(() -> line(chat, "first_name"))))
                .orElse("");
        return new ContentCard(Kind.STORY, List.of(author));
    }

    private static String line(LenientJson json, String member) {
        return json.text(member).map(InputText::cleanLine).orElse("");
    }

    /** A number without an exponent; "?" for anything else. */
    private static String number(LenientJson json, String member) {
        return json.json().get(member) instanceof JsonNumber number ? plain(number.bigDecimalValue()) : "?";
    }

    /** The scale is checked first, because 1e999999999 written out would fill the memory. */
    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > 20 || number.precision() > 20) {
            return "?";
        }
        BigDecimal rounded = number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
