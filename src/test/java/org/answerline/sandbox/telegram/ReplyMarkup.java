package org.answerline.sandbox.telegram;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checks the {@code reply_markup} parameter. */
final class ReplyMarkup {
    private static final int MAX_CALLBACK_BYTES = 64;

    private ReplyMarkup() {}

    static Optional<JsonObject> read(Parameters parameters) throws Refusal {
        String json = parameters.text("reply_markup");
        if (json.isEmpty()) {
            return Optional.empty();
        }
        JsonValue value = AsciiJson.read(json)
                .orElseThrow(() -> Refusal.badRequest("can't parse reply keyboard markup JSON object"));
        if (!(value instanceof JsonObject markup)) {
            throw Refusal.badRequest("object expected as reply markup");
        }
        if (markup.get("inline_keyboard") instanceof JsonArray rows) {
            checkRows(rows);
        }
        return markup.isEmpty() ? Optional.empty() : Optional.of(markup);
    }

    private static void checkRows(JsonArray rows) throws Refusal {
        for (JsonValue row : rows) {
            if (!(row instanceof JsonArray buttons)) {
                throw Refusal.badRequest(
                        "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
            }
            for (JsonValue button : buttons) {
                check(button);
            }
        }
    }

    private static void check(JsonValue value) throws Refusal {
        if (!(value instanceof JsonObject button)
                || button.getString("text", "").isEmpty()) {
            throw Refusal.badRequest("can't parse inline keyboard button: Can't find field \"text\"");
        }
        if (button.size() < 2) {
            throw Refusal.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        if (button.getString("callback_data", "").getBytes(StandardCharsets.UTF_8).length > MAX_CALLBACK_BYTES) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
    }
}
