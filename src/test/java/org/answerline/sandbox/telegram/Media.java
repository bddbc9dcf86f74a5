package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What a person can send besides text, as the Bot API describes it. */
public final class Media {
    private static final AtomicLong FILES = new AtomicLong();

    private final JsonObject content;

    private Media(JsonObjectBuilder content) {
        this.content = content.build();
    }

    JsonObject content() {
        return content;
    }

    /** A photo in two sizes; an empty caption is none. */
    public static Media photo(String caption) {
        return photo(Pictures.jpeg(), caption);
    }

    /** A photo of this content; an empty caption is none. */
    public static Media photo(byte[] content, String caption) {
        return captioned(described(StoredFile.keep("photo", "photo.jpg", content)), caption);
    }

    /** One photo of an album; all photos of one album carry the same group id. */
    public static Media albumPhoto(String mediaGroupId, String caption) {
        return photo(caption).inAlbum(mediaGroupId);
    }

    /** The same as a part of an album. */
    public Media inAlbum(String mediaGroupId) {
        return new Media(Json.createObjectBuilder(content).add("media_group_id", mediaGroupId));
    }

    /** The same with all that another one has, such as a caption with its layout. */
    public Media with(Media other) {
        return new Media(Json.createObjectBuilder(content).addAll(Json.createObjectBuilder(other.content)));
    }

    /** A document named so; an empty caption is none. */
    public static Media document(String fileName, String caption) {
        return document(fileName, Pictures.pdf(), caption);
    }

    /** A document of this content; an empty caption is none. */
    public static Media document(String fileName, byte[] content, String caption) {
        return captioned(described(StoredFile.keep("document", fileName, content)), caption);
    }

    /** A document that is said to have so many bytes. */
    public static Media largeDocument(String fileName, long size) {
        return captioned(described(StoredFile.keep("document", fileName, Pictures.pdf(), size)), "");
    }

    /** A voice message of three seconds. */
    public static Media voice(String caption) {
        return captioned(described(StoredFile.keep("voice", "", Pictures.ogg())), caption);
    }

    /** A file as a Message describes it. */
    static JsonObject described(StoredFile file) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("file_id", file.id())
                .add("file_unique_id", "U" + file.id())
                .add("file_size", file.size());
        if (file.sort().equals("photo")) {
            JsonArrayBuilder sizes = Json.createArrayBuilder()
                    .add(file("photo").add("width", 90).add("height", 67))
                    .add(json.add("width", 320).add("height", 240));
            return Json.createObjectBuilder().add("photo", sizes).build();
        }
        if (List.of("voice", "audio", "video", "video_note", "animation").contains(file.sort())) {
            json.add("duration", 3);
        }
        if (!file.name().isEmpty() && !file.sort().equals("sticker")) {
            json.add("file_name", file.name());
        }
        return Json.createObjectBuilder().add(file.sort(), json).build();
    }

    /** A sticker that stands for this emoji. */
    public static Media sticker(String emoji) {
        StoredFile stored = StoredFile.keep("sticker", "", Pictures.webp());
        JsonObjectBuilder file = Json.createObjectBuilder(described(stored).getJsonObject("sticker"))
                .add("type", "regular")
                .add("width", 512)
                .add("height", 512)
                .add("is_animated", false)
                .add("is_video", false)
                .add("emoji", emoji);
        return new Media(Json.createObjectBuilder().add("sticker", file));
    }

    /** Somebody's telephone number. */
    public static Media contact(String phoneNumber, String firstName) {
        JsonObjectBuilder contact =
                Json.createObjectBuilder().add("phone_number", phoneNumber).add("first_name", firstName);
        return new Media(Json.createObjectBuilder().add("contact", contact));
    }

    /** A place on the map, in degrees. */
    public static Media location(double latitude, double longitude) {
        JsonObjectBuilder place =
                Json.createObjectBuilder().add("latitude", latitude).add("longitude", longitude);
        return new Media(Json.createObjectBuilder().add("location", place));
    }

    /** A named place on the map; it carries a location too. */
    public static Media venue(String title, String address, double latitude, double longitude) {
        JsonObject place = location(latitude, longitude).content().getJsonObject("location");
        JsonObjectBuilder venue = Json.createObjectBuilder()
                .add("location", place)
                .add("title", title)
                .add("address", address);
        return new Media(Json.createObjectBuilder().add("location", place).add("venue", venue));
    }

    /**
     * A poll of a person.
     *
     * @param type regular or quiz
     */
    public static Media poll(String type, String question, String... options) {
        JsonArrayBuilder choices = Json.createArrayBuilder();
        for (String option : options) {
            choices.add(Json.createObjectBuilder().add("text", option).add("voter_count", 0));
        }
        JsonObjectBuilder poll = Json.createObjectBuilder()
                .add("id", String.valueOf(FILES.incrementAndGet()))
                .add("question", question)
                .add("options", choices)
                .add("total_voter_count", 0)
                .add("is_closed", false)
                .add("is_anonymous", true)
                .add("type", type)
                .add("allows_multiple_answers", false);
        return new Media(Json.createObjectBuilder().add("poll", poll));
    }

    /** A die that shows a value. */
    public static Media dice(String emoji, int value) {
        return new Media(Json.createObjectBuilder()
                .add("dice", Json.createObjectBuilder().add("emoji", emoji).add("value", value)));
    }

    /** An animated sticker, in Telegram's own format. */
    public static Media animatedSticker(String emoji) {
        JsonObject still = sticker(emoji).content().getJsonObject("sticker");
        return new Media(Json.createObjectBuilder()
                .add("sticker", Json.createObjectBuilder(still).add("is_animated", true)));
    }

    /** A round video of three seconds. */
    public static Media videoNote() {
        return captioned(described(StoredFile.keep("video_note", "", Pictures.ogg())), "");
    }

    /** A story of somebody with this username. */
    public static Media story(String username) {
        JsonObjectBuilder author = Json.createObjectBuilder()
                .add("id", 77)
                .add("type", "private")
                .add("first_name", username)
                .add("username", username);
        return new Media(Json.createObjectBuilder()
                .add("story", Json.createObjectBuilder().add("chat", author).add("id", 5)));
    }

    /** Any content at all: fields of a Message object, for what has no method here. */
    public static Media raw(JsonObject fields) {
        return new Media(Json.createObjectBuilder(fields));
    }

    private static JsonObjectBuilder file(String kind) {
        long number = FILES.incrementAndGet();
        return Json.createObjectBuilder()
                .add("file_id", "SANDBOX-" + kind + "-" + number)
                .add("file_unique_id", "SBX" + number)
                .add("file_size", 2048);
    }

    private static Media captioned(JsonObject content, String caption) {
        JsonObjectBuilder json = Json.createObjectBuilder(content);
        return new Media(caption.isEmpty() ? json : json.add("caption", caption));
    }
}
