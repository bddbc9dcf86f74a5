package org.answerline.sandbox.telegram;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;

/** The emoji that Telegram allows as reactions; others, a check mark for one, are refused. */
final class Reactions {
    private static final Set<String> ALLOWED = Set.of(
            ("❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈"
                            + " 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡")
                    .split(" "));

    private Reactions() {}

    /** The one emoji given, or an empty string when the reaction is taken away. */
    static String one(JsonArray reactions) throws Refusal {
        if (reactions.isEmpty()) {
            return "";
        }
        JsonValue first = reactions.get(0);
        String emoji = first instanceof JsonObject reaction ? reaction.getString("emoji", "") : "";
        if (reactions.size() > 1 || !ALLOWED.contains(emoji)) {
            throw Refusal.badRequest("REACTION_INVALID");
        }
        return emoji;
    }
}
