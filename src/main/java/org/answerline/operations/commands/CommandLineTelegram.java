package org.answerline.operations.commands;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.answerline.operations.doctor.Installation;
import org.answerline.privacy.ErasureContext;

/** The bot and the operators' chat of the installation, for commands that erase messages in Telegram. */
final class CommandLineTelegram {

    private CommandLineTelegram() {}

    /** From the settings; if the group has become a supergroup, with the id that the application stored. */
    static ErasureContext of(Installation installation, Connection database) throws SQLException {
        String token = installation.token();
        long chat = installation.operatorChat();
        long botId = Long.parseLong(token.substring(0, token.indexOf(':')));
        try (PreparedStatement statement =
                database.prepareStatement("select value from remembered_facts where name = ?")) {
            statement.setString(1, "admin_chat." + chat + ".moved_to");
            try (ResultSet rows = statement.executeQuery()) {
                long operator = rows.next() ? Long.parseLong(rows.getString(1)) : chat;
                return new ErasureContext(botId, operator, Environment.texts());
            }
        }
    }
}
