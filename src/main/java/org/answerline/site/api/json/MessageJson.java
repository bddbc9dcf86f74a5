package org.answerline.site.api.json;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.answerline.attachment.Attachment;
import org.answerline.conversation.message.SupportMessage;
import org.answerline.conversation.message.TextMark;

/**
 * A message with its files.
 *
 * @param number of a question; null for an answer
 * @param operator the name of the operator who answered, as the owner wants it to be shown; left out if there is none
 * @param createdAt ISO 8601 in UTC
 * @param source where it was written
 * @param delivery its state of delivery
 * @param editedAt when its author changed the text last, ISO 8601 in UTC; left out if never
 * @param deliveryFailure why it could not be delivered; null if it was or may still be
 */
public record MessageJson(
        Long id,
        Long number,
        String subject,
        String text,
        List<Entity> entities,
        boolean isFromAdmin,
        @JsonbProperty(nillable = false) String operator,
        String createdAt,
        String source,
        String delivery,
        String deliveryFailure,
        Long inReplyTo,
        String quote,
        List<FileJson> files,
        @JsonbProperty(nillable = false) String editedAt) {

    /**
     * A marked stretch of the text.
     *
     * @param offset in UTF-16 units, as in the Bot API
     * @param length in UTF-16 units
     * @param url left out if it is no link
     * @param language left out if it is no code
     */
    @JsonbNillable(false)
    public record Entity(String type, int offset, int length, String url, String language) {
        private static Entity of(TextMark mark) {
            return new Entity(mark.type(), mark.offset(), mark.length(), mark.url(), mark.language());
        }
    }

    /** The message as it is stored. */
    public static MessageJson of(SupportMessage message, List<Attachment> files) {
        return new MessageJson(
                message.id(),
                message.number(),
                message.subject(),
                message.isWithdrawn() ? "" : message.text(),
                message.isWithdrawn()
                        ? List.of()
                        : message.marks().stream().map(Entity::of).toList(),
                message.isFromAdmin(),
                message.signature().orElse(null),
                message.createdAt().toString(),
                message.source().name().toLowerCase(Locale.ROOT),
                message.delivery().name().toLowerCase(Locale.ROOT),
                message.deliveryFailure(),
                message.inReplyTo(),
                message.quote(),
                message.isWithdrawn() ? List.of() : FileJson.all(files),
                message.isWithdrawn()
                        ? null
                        : message.editedAt().map(Instant::toString).orElse(null));
    }
}
