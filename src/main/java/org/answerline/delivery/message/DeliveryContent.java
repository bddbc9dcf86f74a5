package org.answerline.delivery.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerline.telegram.text.TelegramText;

/** What is still to be sent of a delivery: a text, files with the text as their caption, or a copy, and in which form. */
public class DeliveryContent {

    private static final String COMMA = ",";

    private String text;
    private String entities;

    private Long replyToMessageId;

    /** Whether it is sent apart from others: a notice without other notices, a file without the other files. */
    private boolean alone;

    /** Ids of attachments, separated by commas; null for a text. */
    private String files;

    /** The message that is copied, or null. */
    private final CopiedMessage copied;

    /** The buttons under the text as JSON, or null. */
    private String keyboard;

    /** Whether the text only names the message: without its files it says nothing. */
    private final boolean frame;

    DeliveryContent(OutboxPart part, Long replyToMessageId) {
        this.text = part.text().text();
        this.entities = part.text().entities();
        this.replyToMessageId = replyToMessageId;
        this.files = part.files().isEmpty() ? null : String.join(COMMA, part.files());
        this.copied = part.copied().orElse(null);
        this.keyboard = part.keyboard();
        this.frame = part.isFrame();
    }

    /** The content of this row of the table {@code deliveries}. */
    DeliveryContent(ResultSet row) throws SQLException {
        this(
                new OutboxPart(
                        new TelegramText(row.getString("text"), row.getString("entities")),
                        split(row.getString("files")),
                        copied(row),
                        row.getString("reply_markup"),
                        row.getBoolean("frame")),
                row.getObject("reply_to_message_id", Long.class));
        this.alone = row.getBoolean("alone");
    }

    private static Optional<CopiedMessage> copied(ResultSet row) throws SQLException {
        Long chatId = row.getObject("copy_chat_id", Long.class);
        return chatId == null
                ? Optional.empty()
                : Optional.of(new CopiedMessage(chatId, row.getLong("copy_message_id")));
    }

    /** The message that is copied; without it the text and the files are sent. */
    public Optional<CopiedMessage> copied() {
        return Optional.ofNullable(copied);
    }

    /** The buttons under the text as the JSON of the Bot API, or null. */
    public String keyboard() {
        return keyboard;
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

    /** Whether it is sent apart from others. */
    public boolean isAlone() {
        return alone;
    }

    /** The ids of all files that are left, separated by commas; null for a text. */
    public String fileList() {
        return files;
    }

    /**
     * Whether the files that were sent of what was claimed are still the next ones. They are not if the result was recorded already: by
     * another node that sent the same while this one was paused, or by a commit whose response was lost.
     */
    public boolean beginsWithFilesOf(DeliveryContent claimed) {
        List<String> sent = claimed.files();
        List<String> left = filesLeft();
        return left.size() >= sent.size() && left.subList(0, sent.size()).equals(sent);
    }

    void sendAlone() {
        alone = true;
    }

    /**
     * Removes the format, the buttons and the message that it replies to.
     *
     * @return whether there was anything to remove
     */
    public boolean simplify() {
        boolean isFormatted = entities != null || replyToMessageId != null || keyboard != null;
        entities = null;
        keyboard = null;
        replyToMessageId = null;
        return isFormatted;
    }

    /** Whether what is sent next is all that is left. */
    boolean isSentWhole() {
        return filesLeft().size() <= files().size();
    }

    /** Removes the files that are sent next, and the text, because only the first of the files needs the caption. */
    void removeSent() {
        List<String> left = filesLeft();
        files = String.join(COMMA, left.subList(files().size(), left.size()));
        text = "";
        entities = null;
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
        return split(files);
    }

    private static List<String> split(String list) {
        return list == null ? List.of() : List.of(list.split(COMMA));
    }
}
