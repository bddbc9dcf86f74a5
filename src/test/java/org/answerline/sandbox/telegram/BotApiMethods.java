package org.answerline.sandbox.telegram;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds a method by its name in any case, runs it and wraps the result as the Bot API does. */
final class BotApiMethods {
    private static final Set<String> SORTS =
            Set.of("photo", "document", "audio", "video", "voice", "video_note", "animation", "sticker");
    private static final int MAX_CALLBACK_TEXT = 200;
    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    /** A result, with the description that setWebhook and deleteWebhook add. */
    record Result(JsonValue value, String description) {
        static final Result TRUE = new Result(JsonValue.TRUE, "");

        static Result of(JsonValue value) {
            return new Result(value, "");
        }
    }

    private interface Method {
        Result call(Parameters parameters) throws Refusal;
    }

    private final Map<String, Method> methods = new HashMap<>();
    private final Chats chats;
    private final CallbackQueries queries;

    BotApiMethods(
            JsonObject bot,
            Chats chats,
            MessageMethods messages,
            MediaMethods media,
            ForumMethods forum,
            WebhookMethods webhook,
            CallbackQueries queries) {
        this.chats = chats;
        this.queries = queries;
        methods.put("getme", parameters -> Result.of(bot));
        methods.put("getchat", this::getChat);
        methods.put("getchatmember", parameters -> Result.of(ownMembership(bot, parameters)));
        methods.put("sendchataction", this::sendChatAction);
        methods.put("setmycommands", BotApiMethods::setMyCommands);
        methods.put("answercallbackquery", this::answerCallbackQuery);
        methods.put("sendmessage", parameters -> Result.of(messages.send(parameters)));
        SORTS.forEach(sort ->
                methods.put("send" + sort.replace("_", ""), parameters -> Result.of(media.send(sort, parameters))));
        methods.put("sendmediagroup", parameters -> Result.of(media.sendGroup(parameters)));
        methods.put("copymessage", parameters -> Result.of(media.copy(parameters)));
        methods.put("getfile", parameters -> Result.of(media.getFile(parameters)));
        methods.put("editmessagetext", parameters -> Result.of(messages.edit(parameters)));
        methods.put("editmessagecaption", parameters -> Result.of(messages.editCaption(parameters)));
        methods.put("deletemessage", parameters -> Result.of(messages.delete(parameters)));
        methods.put("deletemessages", parameters -> Result.of(messages.deleteAll(parameters)));
        methods.put("setmessagereaction", parameters -> Result.of(messages.react(parameters)));
        methods.put("createforumtopic", parameters -> Result.of(forum.create(parameters)));
        methods.put("editforumtopic", parameters -> Result.of(forum.edit(parameters)));
        methods.put("closeforumtopic", parameters -> Result.of(forum.close(parameters, true)));
        methods.put("reopenforumtopic", parameters -> Result.of(forum.close(parameters, false)));
        methods.put("deleteforumtopic", parameters -> Result.of(forum.delete(parameters)));
        methods.put("closegeneralforumtopic", parameters -> Result.of(forum.closeGeneral(parameters, true)));
        methods.put("reopengeneralforumtopic", parameters -> Result.of(forum.closeGeneral(parameters, false)));
        methods.put("hidegeneralforumtopic", parameters -> Result.of(forum.hideGeneral(parameters, true)));
        methods.put("unhidegeneralforumtopic", parameters -> Result.of(forum.hideGeneral(parameters, false)));
        methods.put("getforumtopiciconstickers", parameters -> Result.of(forum.icons()));
        methods.put("setwebhook", webhook::set);
        methods.put("deletewebhook", webhook::delete);
        methods.put("getwebhookinfo", parameters -> Result.of(webhook.info()));
        methods.put("getupdates", webhook::getUpdates);
    }

    Answer run(Call call) {
        try {
            Method method = methods.get(call.method().toLowerCase(Locale.ROOT));
            if (method == null) {
                throw Refusal.of(404, "Not Found: method not found");
            }
            Result result = method.call(call.parameters());
            JsonObjectBuilder json = Json.createObjectBuilder().add("ok", true).add("result", result.value);
            if (!result.description.isEmpty()) {
                json.add("description", result.description);
            }
            return Answer.json(200, json.build(), "ok");
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Result getChat(Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        JsonObjectBuilder json =
                Json.createObjectBuilder(chat.json()).add("accent_color_id", 0).add("max_reaction_count", 11);
        if (chat.kind() != ChatKind.PRIVATE) {
            JsonObjectBuilder permissions = Json.createObjectBuilder();
            for (SendRight right : SendRight.values()) {
                permissions.add(right.wireName(), chat.allowed().contains(right));
            }
            json.add("permissions", permissions);
        }
        return Result.of(json.build());
    }

    /** Only the bot's own: nobody asks for another here. */
    private JsonObject ownMembership(JsonObject bot, Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        if (parameters.number("user_id") != bot.getJsonNumber("id").longValue()) {
            throw Refusal.badRequest("user not found");
        }
        return chat.rights().member(bot);
    }

    private Result sendChatAction(Parameters parameters) throws Refusal {
        Chat chat = chats.named(parameters);
        if (!ACTIONS.contains(parameters.text("action").toLowerCase(Locale.ROOT))) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        Access.checkOnSend(chat);
        return Result.TRUE;
    }

    private static Result setMyCommands(Parameters parameters) throws Refusal {
        JsonValue commands = AsciiJson.read(parameters.text("commands")).orElse(JsonValue.NULL);
        if (!(commands instanceof JsonArray list)) {
            throw Refusal.badRequest("can't parse commands JSON object");
        }
        for (JsonValue one : list) {
            boolean named = one instanceof JsonObject command
                    && command.get("command") instanceof JsonString name
                    && name.getString().matches("/?[a-z0-9_]{1,32}");
            if (!named) {
                throw Refusal.badRequest("BOT_COMMAND_INVALID");
            }
        }
        return Result.TRUE;
    }

    private Result answerCallbackQuery(Parameters parameters) throws Refusal {
        String text = parameters.text("text");
        if (text.codePointCount(0, text.length()) > MAX_CALLBACK_TEXT) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        if (!queries.answer(parameters.text("callback_query_id"), text)) {
            throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        return Result.TRUE;
    }
}
