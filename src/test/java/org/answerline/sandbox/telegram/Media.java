package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.concurrent.atomic.AtomicLong;

/** What a person can send besides text, as the Bot API describes it; the files exist by their ids only. */
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
        JsonArrayBuilder sizes = Json.createArrayBuilder()
                .add(file("photo").add("width", 90).add("height", 67))
                .add(file("photo").add("width", 1280).add("height", 960));
        return captioned(Json.createObjectBuilder().add("photo", sizes), caption);
    }

    /** One photo of an album; all photos of one album carry the same group id. */
    public static Media albumPhoto(String mediaGroupId, String caption) {
        return new Media(Json.createObjectBuilder(photo(caption).content).add("media_group_id", mediaGroupId));
    }

    /** A document named so; an empty caption is none. */
    public static Media document(String fileName, String caption) {
        JsonObjectBuilder file = file("document").add("file_name", fileName).add("mime_type", "application/pdf");
        return captioned(Json.createObjectBuilder().add("document", file), caption);
    }

    /** A voice message of three seconds. */
    public static Media voice(String caption) {
        JsonObjectBuilder file = file("voice").add("duration", 3).add("mime_type", "audio/ogg");
        return captioned(Json.createObjectBuilder().add("voice", file), caption);
    }

    /** A sticker that stands for this emoji. */
    public static Media sticker(String emoji) {
        JsonObjectBuilder file = file("sticker")
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

    private static Media captioned(JsonObjectBuilder content, String caption) {
        return new Media(caption.isEmpty() ? content : content.add("caption", caption));
    }
}
