package org.answerline.telegram;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number of a support message inside a text of the bot, as an invisible text_link that no user can put into a bot's message.
 *
 * <p>By it a reply finds its conversation when Telegram accepted a message but its answer, and so the message_id, was lost; and after
 * the upgrade of a group, when all ids are new.
 *
 * @param supportMessageId the support message
 * @param offset of the link, in UTF-16 units
 */
public record MessageReference(long supportMessageId, int offset) {

    /** The text of the link: an invisible character, so that nobody presses it and leaves the chat. */
    public static final String INVISIBLE = "\u200B";

    private static final List<String> QUOTES = List.of("blockquote", "expandable_blockquote");

    /** Part of the address of every reference, which no link of a user may contain. */
    public static final String MARK = "#support-message-";

    /** The beginning of the address of every reference. */
    public static final String OURS = "https://t.me/" + MARK;

    private static final Pattern URL = Pattern.compile(".*" + MARK + "([1-9][0-9]{0,17})");

    /** The URL of the link; the part before the mark only has to be a valid address. */
    public static String url(long supportMessageId) {
        return OURS + supportMessageId;
    }

    /** The references of a message, in the order of its text; a link inside a quote was sent by a user and is none. */
    public static List<MessageReference> in(LenientJson message) {
        List<LenientJson> entities = Stream.concat(
                        message.objects("entities").stream(), message.objects("caption_entities").stream())
                .toList();
        List<LenientJson> quotes =
                entities.stream().filter(MessageReference::isQuote).toList();
        return entities.stream()
                .filter(entity ->
                        entity.text("type").filter("text_link"::equals).isPresent())
                .flatMap(entity -> reference(entity).stream())
                .filter(reference -> quotes.stream().noneMatch(quote -> isInside(reference.offset(), quote)))
                .toList();
    }

    private static Optional<MessageReference> reference(LenientJson entity) {
        Matcher url = URL.matcher(entity.text("url").orElse(""));
        return url.matches()
                ? entity.number("offset")
                        .map(offset -> new MessageReference(Long.parseLong(url.group(1)), offset.intValue()))
                : Optional.empty();
    }

    private static boolean isQuote(LenientJson entity) {
        return entity.text("type").filter(QUOTES::contains).isPresent();
    }

    private static boolean isInside(int offset, LenientJson quote) {
        long start = quote.number("offset").orElse(0L);
        return offset >= start && offset < start + quote.number("length").orElse(0L);
    }
}
