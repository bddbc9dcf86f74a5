package org.answerline.operations.commands;

import org.answerline.conversation.outgoing.OperatorChat;
import org.answerline.operations.doctor.Installation;
import org.answerline.platform.database.JdbcClient;
import org.answerline.platform.database.KeyValueStore;
import org.answerline.privacy.ErasureContext;

/** The bot and the operators' chat of the installation, for commands that erase messages in Telegram. */
final class CommandLineTelegram {

    private CommandLineTelegram() {}

    /** From the settings; if the group has become a supergroup, with the id that the application stored. */
    static ErasureContext of(Installation installation, JdbcClient database) {
        String token = installation.token();
        long chat = installation.operatorChat();
        long botId = Long.parseLong(token.substring(0, token.indexOf(':')));
        long operator = new KeyValueStore(database)
                .value(OperatorChat.movedToName(chat))
                .map(Long::valueOf)
                .orElse(chat);
        return new ErasureContext(botId, operator, Environment.texts());
    }
}
