package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** sendPhoto and its like, sendMediaGroup and getFile. */
final class MediaMethods {
    private static final long GIVEN_TO_BOTS = 20L << 20;
    private static final int MAX_CAPTION = 1024;
    private static final AtomicLong GROUPS = new AtomicLong(13_000_000_000_000_000L);

    private final JsonObject bot;
    private final Chats chats;
    private final Limits limits;

    MediaMethods(JsonObject bot, Chats chats, Limits limits) {
        this.bot = bot;
        this.chats = chats;
        this.limits = limits;
    }

    /** One file, named by its file_id or uploaded under the name of the parameter. */
    JsonValue send(String sort, Parameters parameters) throws Refusal {
        JsonObject caption = caption(parameters, "caption", "caption_entities");
        Chat chat = chats.named(parameters);
        Place place = MessageMethods.place(parameters, chat);
        StoredFile file = GivenFile.read(sort, sort, parameters);
        limits.check(chat);
        JsonObject content = Json.createObjectBuilder(Media.described(file))
                .addAll(Json.createObjectBuilder(caption))
                .build();
        return add(chat, content, place).json();
    }

    /** All of an album, or nothing. */
    JsonValue sendGroup(Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        Place place = MessageMethods.place(parameters, chat);
        if (!(AsciiJson.read(parameters.text("media")).orElse(JsonValue.NULL) instanceof JsonArray media)) {
            throw Refusal.badRequest("can't parse media JSON object");
        }
        if (media.size() < 2 || media.size() > 10) {
            throw Refusal.badRequest("wrong number of messages to send as an album specified");
        }
        List<JsonObject> contents = new ArrayList<>();
        String group = String.valueOf(GROUPS.incrementAndGet());
        for (JsonObject one : media.getValuesAs(JsonObject.class)) {
            checkMix(one.getString("type"), media.getJsonObject(0).getString("type"));
            contents.add(content(one, group, parameters));
        }
        for (int i = 0; i < contents.size(); i++) {
            limits.check(chat);
        }
        for (JsonObject content : contents) {
            Access.checkKind(chat, content);
        }
        JsonArrayBuilder sent = Json.createArrayBuilder();
        for (JsonObject content : contents) {
            sent.add(add(chat, content, place).json());
        }
        return sent.build();
    }

    /** A copy without its author; Telegram returns its message_id only. */
    JsonValue copy(Parameters parameters) throws Refusal {
        JsonObject caption = caption(parameters, "caption", "caption_entities");
        Chat chat = chats.named(parameters);
        Place place = MessageMethods.place(parameters, chat);
        Chat source = chats.named(parameters, "from_chat_id");
        SandboxMessage original = source.find(parameters.number("message_id"))
                .orElseThrow(() -> Refusal.badRequest("message to copy not found"));
        JsonObject content = CopiedContent.of(original.json());
        limits.check(chat);
        JsonObject full = Json.createObjectBuilder(content)
                .addAll(Json.createObjectBuilder(caption))
                .build();
        return Json.createObjectBuilder()
                .add("message_id", add(chat, full, place).id())
                .build();
    }

    private static void checkMix(String sort, String first) throws Refusal {
        if (!List.of("photo", "video", "document", "audio").contains(sort)) {
            throw Refusal.badRequest("can't parse InputMedia: type must be one of photo, video, document, audio");
        }
        boolean lonely = List.of("document", "audio").contains(sort)
                || List.of("document", "audio").contains(first);
        if (lonely && !sort.equals(first)) {
            String which = List.of("document", "audio").contains(first) ? first : sort;
            throw Refusal.badRequest(which + " can't be mixed with other media types");
        }
    }

    private static JsonObject content(JsonObject one, String group, Parameters parameters) throws Refusal {
        Parameters own = Parameters.of(one);
        JsonObject caption = caption(own, "caption", "caption_entities");
        String media = own.text("media");
        StoredFile file = media.startsWith("attach://")
                ? GivenFile.read(one.getString("type"), media.substring("attach://".length()), parameters)
                : GivenFile.known(one.getString("type"), media);
        return Json.createObjectBuilder(Media.described(file))
                .add("media_group_id", group)
                .addAll(Json.createObjectBuilder(caption))
                .build();
    }

    /** The caption as a message has it; no member if it is empty. */
    static JsonObject caption(Parameters parameters, String name, String entitiesName) throws Refusal {
        String text = parameters.text(name);
        FormattedText clean = TextCleaner.clean(
                new FormattedText(text, GivenEntities.read(parameters.text(entitiesName), text.length())));
        if (clean.text().codePointCount(0, clean.text().length()) > MAX_CAPTION) {
            throw Refusal.badRequest("message caption is too long");
        }
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (!TextCleaner.isBlank(clean.text())) {
            json.add("caption", clean.text());
            if (!clean.entitiesJson().isEmpty()) {
                json.add("caption_entities", clean.entitiesJson());
            }
        }
        return json.build();
    }

    private SandboxMessage add(Chat chat, JsonObject content, Place place) throws Refusal {
        JsonObject full = Json.createObjectBuilder()
                .add("from", bot)
                .addAll(Json.createObjectBuilder(content))
                .build();
        synchronized (chat) {
            Access.check(chat);
            Access.checkOnSend(chat, place, content);
            return chat.add(true, full, place, sent -> {});
        }
    }

    JsonValue getFile(Parameters parameters) throws Refusal {
        StoredFile file =
                StoredFile.find(parameters.text("file_id")).orElseThrow(() -> Refusal.badRequest("invalid file_id"));
        if (file.size() > GIVEN_TO_BOTS) {
            throw Refusal.badRequest("file is too big");
        }
        return Json.createObjectBuilder()
                .add("file_id", file.id())
                .add("file_unique_id", "U" + file.id().toLowerCase(Locale.ROOT))
                .add("file_size", file.size())
                .add("file_path", file.path())
                .build();
    }
}
