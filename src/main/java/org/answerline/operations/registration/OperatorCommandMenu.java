package org.answerline.operations.registration;

import java.util.Arrays;
import java.util.List;
import org.answerline.operations.doctor.Installation;
import org.answerline.platform.text.Texts;
import org.answerline.telegram.client.SetMyCommands;
import org.answerline.webhook.operator.OperatorCommandName;

/** The operators' commands in Telegram's menu of their chat, and of no other chat. */
final class OperatorCommandMenu {

    private OperatorCommandMenu() {}

    /**
     * Makes Telegram offer the commands, in the language of the desk.
     *
     * @throws org.answerline.telegram.BotApiException if Telegram did not accept them
     */
    static void register(Installation installation) {
        Texts texts = installation.settings().texts();
        List<SetMyCommands.Command> commands = Arrays.stream(OperatorCommandName.values())
                .filter(command -> command != OperatorCommandName.START)
                .map(command ->
                        new SetMyCommands.Command(command.word(), texts.get("telegram.command." + command.word())))
                .toList();
        installation.bot().setMyCommands(SetMyCommands.in(installation.operatorChat(), commands));
    }
}
