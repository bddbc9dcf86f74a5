package org.answerline.telegram.client;

import java.util.List;

/**
 * The commands that Telegram offers in the menu of one chat.
 *
 * @see <a href="https://core.telegram.org/bots/api#setmycommands">setMyCommands</a>
 */
public record SetMyCommands(List<Command> commands, Scope scope) {

    /**
     * One command.
     *
     * @param command 1-32 of a-z, 0-9 and _, without the slash
     * @param description 1-256 characters
     */
    public record Command(String command, String description) {}

    /** The chat in which they are offered; its type is {@code chat}. */
    public record Scope(String type, long chatId) {}

    /** These commands in this chat, for all its members. */
    public static SetMyCommands in(long chatId, List<Command> commands) {
        return new SetMyCommands(commands, new Scope("chat", chatId));
    }
}
