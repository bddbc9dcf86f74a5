package org.answerline.delivery.message;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Stream;
import org.answerline.telegram.text.TelegramText;

/** What is still to be sent of a delivery: a text, or files with the text as their caption, and in which form. */
@Embeddable
public class DeliveryContent {

    private static final String COMMA = ",";

    private String text;
    private String entities;

    @Column(name = "reply_to_message_id")
    private Long replyToMessageId;

    /** Whether it is sent apart from others: a notice without other notices, a file without the other files. */
    private boolean alone;

    /** Ids of attachments, separated by commas; null for a text. */
    private String files;

    /** Whether the text only names the message: without its files it says nothing. */
    private boolean frame;

    protected DeliveryContent() {}

    DeliveryContent(OutboxPart part, Long replyToMessageId) {
        this.text = part.text().text();
        this.entities = part.text().entities();
        this.replyToMessageId = replyToMessageId;
        this.files = part.files().isEmpty() ? null : String.join(COMMA, part.files());
        this.frame = part.isFrame();
    }

    public TelegramText text() {
        return new TelegramText(text, entities);
    }

    public Long replyToMessageId() {
        return replyToMessageId;
    }

    /** The message ids that a deletion deletes. */
    public List<Long> messageIdsToDelete() {
        return Stream.of(text.split(COMMA)).map(Long::valueOf).toList();
    }

    boolean hasFiles() {
        return files != null;
    }

    /** The files that are sent together next: all that are left, or the first if they are sent one by one. */
    public List<String> files() {
        List<String> left = filesLeft();
        return alone && left.size() > 1 ? left.subList(0, 1) : left;
    }

    boolean isTextThatMayBeJoined() {
        return !alone && files == null;
    }

    void sendAlone() {
        alone = true;
    }

    /**
     * Removes the format and the message that it replies to.
     *
     * @return whether there was anything to remove
     */
    public boolean simplify() {
        boolean isFormatted = entities != null || replyToMessageId != null;
        entities = null;
        replyToMessageId = null;
        return isFormatted;
    }

    /**
     * Removes what was sent just now; only the first of the files needs the caption.
     *
     * @return whether nothing is left
     */
    boolean removeSent() {
        List<String> left = filesLeft();
        int sent = files().size();
        if (left.size() <= sent) {
            return true;
        }
        files = String.join(COMMA, left.subList(sent, left.size()));
        text = "";
        entities = null;
        return false;
    }

    /**
     * Removes the first file; a text of the sender is kept without it.
     *
     * @return whether anything is left to send
     */
    boolean removeRefusedFile() {
        List<String> left = filesLeft();
        if (left.size() > 1) {
            files = String.join(COMMA, left.subList(1, left.size()));
            return true;
        }
        if (!frame && !text.isBlank()) {
            files = null;
            return true;
        }
        return false;
    }

    private List<String> filesLeft() {
        return files == null ? List.of() : List.of(files.split(COMMA));
    }
}
