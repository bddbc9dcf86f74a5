package org.answerline.telegram.text;

import jakarta.json.JsonArrayBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.answerline.platform.text.JsonReaders;

/**
 * Buttons in one row under a message of the bot.
 *
 * @see <a href="https://core.telegram.org/bots/api#inlinekeyboardmarkup">InlineKeyboardMarkup</a>
 */
public record InlineKeyboard(List<Button> buttons) {

    private static final int DATA_MAX = 64;

    /**
     * One button.
     *
     * @param data what comes back when it is pressed, 1 to 64 bytes; anyone can forge it
     */
    public record Button(String text, String data) {

        /** Refuses data that Telegram would refuse. */
        public Button {
            int length = data.getBytes(StandardCharsets.UTF_8).length;
            if (length == 0 || length > DATA_MAX) {
                throw new IllegalArgumentException("callback data of " + length + " bytes");
            }
        }
    }

    /** One button. */
    public static InlineKeyboard of(String text, String data) {
        return new InlineKeyboard(List.of(new Button(text, data)));
    }

    /** The JSON of the Bot API. */
    public String json() {
        JsonArrayBuilder row = JsonReaders.createArrayBuilder();
        buttons.forEach(button -> row.add(
                JsonReaders.createObjectBuilder().add("text", button.text()).add("callback_data", button.data())));
        return JsonReaders.createObjectBuilder()
                .add("inline_keyboard", JsonReaders.createArrayBuilder().add(row))
                .build()
                .toString();
    }
}
