package org.answerline.telegram;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A support message named inside a text of ours, as a text_link that no user can write into a bot's message.
 *
 * <p>It lets a Reply find its conversation when Telegram took a message but its answer, and so the message_id, was lost; and after a
 * group's upgrade, when all ids are new.
 *
 * @param supportMessageId the support message
 * @param offset where the link stands, in UTF-16 units
 */
public record Reference(long supportMessageId, int offset) {

    private static final String MARK = "#support-message-";
    private static final Pattern URL = Pattern.compile(".*" + MARK + "([1-9][0-9]{0,17})");

    /** The URL of the link; what stands before the mark only has to be a valid address. */
    static String url(long supportMessageId) {
        return "https://t.me/" + MARK + supportMessageId;
    }

    static List<Reference> in(Wire message) {
        return Stream.concat(message.objects("entities").stream(), message.objects("caption_entities").stream())
                .filter(entity ->
                        entity.text("type").filter("text_link"::equals).isPresent())
                .flatMap(entity -> {
                    Matcher url = URL.matcher(entity.text("url").orElse(""));
                    return url.matches()
                            ? entity.number("offset").stream()
                                    .map(offset -> new Reference(Long.parseLong(url.group(1)), offset.intValue()))
                            : Stream.empty();
                })
                .toList();
    }
}
