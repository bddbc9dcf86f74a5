package org.answerline.telegram.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.answerline.telegram.MessageReference;

/** Decides which text links are passed on as they are, and writes the addresses of the others after their text. */
final class LinkText {

    /** Telegram keeps 100 entities of a message and drops the rest silently; those of the bot are among them. */
    private static final int MOST = 90;

    /** Telegram refuses a message whose addresses have more than about 9,500 bytes in total. */
    private static final int LONGEST_ADDRESSES = 6_000;

    private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:");

    private LinkText() {}

    static FormattedText spelledOut(FormattedText written) {
        List<TextEntity> kept = new ArrayList<>();
        List<TextEntity> links = new ArrayList<>();
        int addresses = 0;
        for (TextEntity entity : linksFirst(written.entities())) {
            int address = entity.isLink() ? entity.url().getBytes(StandardCharsets.UTF_8).length : 0;
            boolean fits = kept.size() < MOST && addresses + address <= LONGEST_ADDRESSES;
            if (fits && (!entity.isLink() || isPassedOn(entity.url()))) {
                addresses += address;
                kept.add(entity);
            } else if (entity.isLink() && !isOurs(entity.url())) {
                links.add(entity);
            }
        }
        kept.sort(Comparator.comparingInt(TextEntity::offset));
        FormattedText text = new FormattedText(written.text(), List.copyOf(kept));
        links.sort(Comparator.comparingInt(TextEntity::end).reversed());
        for (TextEntity link : links) {
            if (!written.text().substring(link.offset(), link.end()).contains(link.url())) {
                text = text.with(" (" + link.url() + ")", link.end());
            }
        }
        return text;
    }

    /** If not all can be kept, links matter more than layout. */
    private static List<TextEntity> linksFirst(List<TextEntity> entities) {
        return entities.stream()
                .sorted(Comparator.comparing(TextEntity::isLink).reversed().thenComparingInt(TextEntity::offset))
                .toList();
    }

    /** An ordinary address that cannot be taken for a reference. */
    private static boolean isPassedOn(String url) {
        String plain = plain(url);
        return SCHEMES.stream().anyMatch(plain::startsWith) && !plain.contains(MessageReference.MARK);
    }

    /** A reference, in a text that was copied from a message of the bot: it leads nowhere and means nothing to a person. */
    private static boolean isOurs(String url) {
        return plain(url).startsWith(MessageReference.OURS);
    }

    private static String plain(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        try {
            return URLDecoder.decode(lower, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEncoding) {
            return lower;
        }
    }
}
