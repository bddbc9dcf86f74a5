package org.answerline.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerline.platform.text.InputText;

/**
 * A command that a person typed, such as {@code /start TOKEN}.
 *
 * @param name in lower case: a phone's keyboard writes a capital letter at the beginning
 * @param bot the username behind an @, without it, if the command names a bot
 * @param argument what follows, without blanks around it; empty when nothing does
 * @see <a href="https://core.telegram.org/bots/features#commands">Commands</a>
 */
public record BotCommand(String name, Optional<String> bot, String argument) {

    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?");

    /** The command that a text begins with; a path or a fraction ("/etc/hosts") is none. Any kind of blank ends the name. */
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

    /** The first word of the argument without zero-width characters, as it is copied out of a page or another message. */
    public String firstWord() {
        StringBuilder word = new StringBuilder();
        argument.codePoints()
                .takeWhile(character -> !Character.isWhitespace(character) && !Character.isSpaceChar(character))
                .filter(character -> !InputText.isInkless(character))
                .forEach(word::appendCodePoint);
        return word.toString();
    }

    /** Whether nothing follows the command. */
    public boolean isBare() {
        return argument.isEmpty();
    }

    /** Whether it may be meant for this bot: it names none, or this one in any letter case. */
    public boolean isFor(Optional<String> username) {
        return bot.isEmpty() || username.isEmpty() || bot.get().equalsIgnoreCase(username.get());
    }
}
