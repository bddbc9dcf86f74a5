package org.answerline.conversation.block;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerline.account.user.UserBlock;
import org.answerline.platform.text.Texts;

/**
 * A block of a user that is in force.
 *
 * @param until when it ends by itself; empty if it lasts until support ends it
 * @param operatorName who decided so; empty for an anonymous administrator
 */
public record SupportBlock(Optional<Instant> until, Optional<String> operatorName) {

    /** The block of an account. */
    public static SupportBlock of(UserBlock block) {
        return new SupportBlock(block.until(), block.operatorName());
    }

    /**
     * What people read about it: the text under the key with {@code always}, or with {@code until}, whose first argument is the time.
     *
     * @param keyWithDot what both keys begin with
     */
    public String text(Texts texts, String keyWithDot, Object... arguments) {
        return until.map(end -> texts.get(
                        keyWithDot + "until",
                        Stream.concat(Stream.of(time(texts, end)), Stream.of(arguments))
                                .toArray()))
                .orElseGet(() -> texts.get(keyWithDot + "always", arguments));
    }

    private static String time(Texts texts, Instant end) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(ZoneOffset.UTC);
        return format.format(end) + " UTC";
    }
}
