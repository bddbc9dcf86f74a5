package org.answerline.platform.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts a {@link Setting} together; {@link #documented} ends the definition.
 *
 * <p>A message is the key, without {@code setting.}, of a text whose places are the setting's name {0}, its value {1} unless it is a
 * secret, and the arguments of the type, {2} and {3}.
 *
 * @param <T> the type of the setting's value
 */
final class SettingBuilder<T> {
    static final Predicate<Settings> ALWAYS = settings -> true;
    private static final Predicate<Settings> NEVER = settings -> false;

    /** A condition that may involve other settings, and the message when it does not hold. */
    record Rule(Predicate<Settings> holds, String message) {}

    final String name;
    final Function<String, T> reader;
    final String message;
    final List<String> messageArguments;
    final List<String> otherNames = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    final List<String> flawMessages = new ArrayList<>();
    Function<T, List<SettingFlaw>> flaws = value -> List.of();
    Predicate<Settings> applies = ALWAYS;
    Predicate<Settings> required = NEVER;
    String requiredMessage;
    String defaultText;
    String defaultNote;
    boolean secret;

    /**
     * Begins a definition.
     *
     * @param reader makes the value of the stripped text, or fails with an {@link IllegalArgumentException}
     * @param message what is said when it fails
     */
    SettingBuilder(String name, Function<String, T> reader, String message, String... messageArguments) {
        this.name = name;
        this.reader = reader;
        this.message = message;
        this.messageArguments = List.of(messageArguments);
    }

    /** Another variable that is read when this one is not set. */
    SettingBuilder<T> alsoRead(String otherName) {
        otherNames.add(otherName);
        return this;
    }

    /** The value when the variable is not set, as an owner would write it. */
    SettingBuilder<T> byDefault(String text) {
        defaultText = text;
        return this;
    }

    /** What the documents say in the column of the default, where it is no fixed value. */
    SettingBuilder<T> defaultNote(String note) {
        defaultNote = note;
        return this;
    }

    /** The value is never logged, shown or repeated. */
    SettingBuilder<T> secret() {
        secret = true;
        return this;
    }

    /** It is checked in this case only, because it is not used in any other. */
    SettingBuilder<T> usedWhen(Predicate<Settings> used) {
        applies = used;
        return this;
    }

    /** The start fails without it. */
    SettingBuilder<T> required(String requiredMessage) {
        return requiredWhen(ALWAYS, requiredMessage);
    }

    /** The start fails without it in this case. */
    SettingBuilder<T> requiredWhen(Predicate<Settings> needed, String requiredMessage) {
        required = needed;
        this.requiredMessage = requiredMessage;
        return this;
    }

    /** Only commands need it, and the start script: a server may have a database of its own configuration. */
    SettingBuilder<T> requiredByCommands(String requiredMessage) {
        return requiredWhen(NEVER, requiredMessage);
    }

    /** A condition beyond the form of its value; checked when the value, if there is one, has the right form. */
    SettingBuilder<T> rule(Predicate<Settings> holds, String ruleMessage) {
        rules.add(new Rule(holds, ruleMessage));
        return this;
    }

    /**
     * What can be wrong inside of a value that has the right form, such as a folder; each flaw is a problem of its own.
     *
     * @param messages all messages that flaws can have
     */
    SettingBuilder<T> examined(Function<T, List<SettingFlaw>> examination, List<String> messages) {
        flaws = examination;
        flawMessages.addAll(messages);
        return this;
    }

    /** Ends the definition with its line in the documents. */
    Setting<T> documented(String line) {
        return new Setting<>(this, line);
    }
}
