package org.answerline.telegram.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.answerline.telegram.MediaType;
import org.answerline.telegram.client.BotApiClient.InputMedia;
import org.answerline.telegram.client.BotApiClient.ReplyParameters;
import org.answerline.telegram.client.BotApiClient.SendFile;
import org.answerline.telegram.client.BotApiClient.SendMediaGroup;
import org.answerline.telegram.text.TelegramText;

/**
 * Files for one chat: a single one, or two to ten that are sent as an album.
 *
 * @param threadId the topic of a forum, or null
 * @param caption empty for none; at most {@link TelegramText#CAPTION_LIMIT} characters
 * @param replyToMessageId the message of that chat they answer, or null
 * @see <a href="https://core.telegram.org/bots/api#sendmediagroup">sendMediaGroup</a>
 */
public record OutgoingMedia(long chatId, Long threadId, List<File> files, TelegramText caption, Long replyToMessageId) {

    /** Files that name no topic. */
    public OutgoingMedia(long chatId, List<File> files, TelegramText caption, Long replyToMessageId) {
        this(chatId, null, files, caption, replyToMessageId);
    }

    /**
     * One file.
     *
     * @param fileId Telegram's identifier; null when the content has to be uploaded
     * @param content where the content is, if it has to be uploaded
     */
    public record File(MediaType sort, String fileId, String name, Path content) {

        private String idAs(MediaType type) {
            return sort == type ? fileId : null;
        }
    }

    boolean isAlbum() {
        return files.size() > 1;
    }

    public boolean isUpload() {
        return files.stream().anyMatch(file -> file.fileId() == null);
    }

    /** The method that sends a single file. */
    public String method() {
        return files.get(0).sort().method();
    }

    public SendFile fileRequest() {
        File file = files.get(0);
        boolean captioned = !caption.text().isEmpty();
        return new SendFile(
                chatId,
                threadId,
                captioned ? caption.text() : null,
                captioned ? OutgoingMessage.array(caption.entities()) : null,
                ReplyParameters.to(replyToMessageId),
                file.idAs(MediaType.PHOTO),
                file.idAs(MediaType.DOCUMENT),
                file.idAs(MediaType.AUDIO),
                file.idAs(MediaType.VIDEO),
                file.idAs(MediaType.VOICE),
                file.idAs(MediaType.VIDEO_NOTE),
                file.idAs(MediaType.ANIMATION),
                file.idAs(MediaType.STICKER));
    }

    /** The same request as a form, with the content. */
    UploadForm fileForm() {
        File file = files.get(0);
        UploadForm form = new UploadForm(fileRequest());
        form.file(file.sort().field(), file.name(), file.content());
        return form;
    }

    /** The files in order; the caption is the first one's. */
    public SendMediaGroup albumRequest() {
        List<InputMedia> media = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            File file = files.get(i);
            boolean captioned = i == 0 && !caption.text().isEmpty();
            media.add(new InputMedia(
                    file.sort().field(),
                    file.fileId() == null ? "attach://" + part(i) : file.fileId(),
                    captioned ? caption.text() : null,
                    captioned ? OutgoingMessage.array(caption.entities()) : null));
        }
        return new SendMediaGroup(chatId, threadId, media, ReplyParameters.to(replyToMessageId));
    }

    /** The same request as a form, with the contents that have to be uploaded. */
    UploadForm albumForm() {
        UploadForm form = new UploadForm(albumRequest());
        for (int i = 0; i < files.size(); i++) {
            File file = files.get(i);
            if (file.fileId() == null) {
                form.file(part(i), file.name(), file.content());
            }
        }
        return form;
    }

    private static String part(int index) {
        return "file" + index;
    }
}
