package org.answerline.telegram.update;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/**
 * A command that a person typed, such as {@code /start TOKEN}.
 *
 * @param name in lower case, because the keyboard of a phone writes a capital letter at the beginning
 * @param bot the username after an @, without the @, if the command names a bot
 * @param argument the text after the command, without blanks around it; may be empty
 * @see <a href="https://core.telegram.org/bots/features#commands">Commands</a>
 */
public record BotCommand(String name, Optional<String> bot, String argument) {

    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?");

    /** The command at the beginning of a text; a path ("/etc/hosts") is none. Any kind of blank ends the name. */
    public static Optional<BotCommand> in(String text) {
        String typed = InputText.strip(text);
        Matcher command = COMMAND.matcher(typed);
        if (!command.lookingAt()) {
            return Optional.empty();
        }
        String rest = typed.substring(command.end());
        if (!rest.isEmpty() && !InputText.isInkless(rest.codePointAt(0))) {
            return Optional.empty();
        }
        String name = command.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(new BotCommand(name, Optional.ofNullable(command.group(2)), InputText.strip(rest)));
    }

    /** The first word of the argument without the zero-width characters that copying from a page may add. */
    public String firstWord() {
        StringBuilder word = new StringBuilder();
        argument.codePoints()
                .takeWhile(character -> !Character.isWhitespace(character) && !Character.isSpaceChar(character))
                .filter(character -> !InputText.isInkless(character))
                .forEach(word::appendCodePoint);
        return word.toString();
    }

    /** Whether the command has no argument. */
    public boolean isBare() {
        return argument.isEmpty();
    }

    /** Whether it may be for this bot: it names no bot, or this one in any letter case. */
    public boolean isFor(Optional<String> username) {
        return bot.isEmpty() || username.isEmpty() || bot.get().equalsIgnoreCase(username.get());
    }
}
