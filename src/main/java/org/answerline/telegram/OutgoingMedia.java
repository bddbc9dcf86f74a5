package org.answerline.telegram;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.List;
import org.answerline.platform.text.JsonReaders;

/**
 * Files for one chat: a single one, or two to ten that go together as an album.
 *
 * @param caption empty for none; at most {@link TelegramText#CAPTION_LIMIT} characters
 * @see <a href="https://core.telegram.org/bots/api#sendmediagroup">sendMediaGroup</a>
 */
public record OutgoingMedia(long chatId, List<File> files, TelegramText caption, Long replyToMessageId) {

    /**
     * One file.
     *
     * @param fileId what Telegram knows it by; null when its content has to be uploaded
     * @param content where the content lies, if it has to be uploaded
     */
    public record File(MediaType sort, String fileId, String name, Path content) {}

    String method() {
        return isAlbum() ? "sendMediaGroup" : files.get(0).sort().method();
    }

    boolean isUpload() {
        return files.stream().anyMatch(file -> file.fileId() == null);
    }

    JsonObject parameters() {
        JsonObjectBuilder parameters = JsonReaders.createObjectBuilder().add("chat_id", chatId);
        if (isAlbum()) {
            parameters.add("media", media());
        } else {
            caption(parameters);
            String id = files.get(0).fileId();
            if (id != null) {
                parameters.add(files.get(0).sort().field(), id);
            }
        }
        if (replyToMessageId != null) {
            parameters.add("reply_parameters", OutgoingMessage.replyTo(replyToMessageId));
        }
        return parameters.build();
    }

    /** The same as a form, with the contents that have to be uploaded. */
    MultipartForm form() {
        MultipartForm form = new MultipartForm();
        parameters().forEach(form::field);
        for (int i = 0; i < files.size(); i++) {
            File file = files.get(i);
            if (file.fileId() == null) {
                form.file(isAlbum() ? "file" + i : file.sort().field(), file.name(), file.content());
            }
        }
        return form;
    }

    private boolean isAlbum() {
        return files.size() > 1;
    }

    private JsonArrayBuilder media() {
        JsonArrayBuilder media = JsonReaders.createArrayBuilder();
        for (int i = 0; i < files.size(); i++) {
            File file = files.get(i);
            JsonObjectBuilder one = JsonReaders.createObjectBuilder()
                    .add("type", file.sort().field())
                    .add("media", file.fileId() == null ? "attach://file" + i : file.fileId());
            media.add(i == 0 ? caption(one) : one);
        }
        return media;
    }

    private JsonObjectBuilder caption(JsonObjectBuilder to) {
        if (!caption.text().isEmpty()) {
            to.add("caption", caption.text());
            if (caption.entities() != null) {
                to.add("caption_entities", OutgoingMessage.array(caption.entities()));
            }
        }
        return to;
    }
}
