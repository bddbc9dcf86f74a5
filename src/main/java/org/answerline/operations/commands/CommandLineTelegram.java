package org.answerline.operations.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.answerline.operations.doctor.Installation;
import org.answerline.privacy.ErasureContext;

/** Which bot and which operator's chat a command works for. */
final class CommandLineTelegram {

    private CommandLineTelegram() {}

    /** As the environment says, and the application remembers of a group that became a supergroup. */
    static ErasureContext of(Installation installation, Connection database) throws SQLException {
        String token = required(installation, "TELEGRAM_SUPPORT_BOT_TOKEN");
        String chat = required(installation, "TELEGRAM_ADMIN_CHAT_ID");
        long botId = Long.parseLong(token.substring(0, Math.max(0, token.indexOf(':'))));
        try (PreparedStatement statement =
                database.prepareStatement("select value from remembered_facts where name = ?")) {
            statement.setString(1, "admin_chat." + chat + ".moved_to");
            try (ResultSet rows = statement.executeQuery()) {
                long operator = Long.parseLong(rows.next() ? rows.getString(1) : chat);
                return new ErasureContext(botId, operator, Environment.texts());
            }
        }
    }

    private static String required(Installation installation, String name) {
        return installation.setting(name).orElseThrow(() -> new IllegalStateException(name + " is not set."));
    }
}
