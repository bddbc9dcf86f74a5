package org.answerline.telegram;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A support message named inside a text of ours, as an invisible text_link that no user can write into a bot's message.
 *
 * <p>It lets a Reply find its conversation when Telegram took a message but its answer, and so the message_id, was lost; and after a
 * group's upgrade, when all ids are new.
 *
 * @param supportMessageId the support message
 * @param offset where the link stands, in UTF-16 units
 */
public record MessageReference(long supportMessageId, int offset) {

    /**
     * What the link stands on: a character that nobody sees, so that nobody presses it and is led out of the chat.
     *
     */
    static final String INVISIBLE = "\u200B";

    private static final List<String> QUOTES = List.of("blockquote", "expandable_blockquote");
    /** What the address of a reference contains, and so that of no link of a person may. */
    static final String MARK = "#support-message-";

    /** What the address of a reference begins with. */
    static final String OURS = "https://t.me/" + MARK;

    private static final Pattern URL = Pattern.compile(".*" + MARK + "([1-9][0-9]{0,17})");

    /** The URL of the link; what stands before the mark only has to be a valid address. */
    static String url(long supportMessageId) {
        return OURS + supportMessageId;
    }

    /** Those of a message, in the order of its text; a link inside a quote is one that a user sent and names nothing. */
    static List<MessageReference> in(LenientJson message) {
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
