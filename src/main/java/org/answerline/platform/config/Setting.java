package org.answerline.platform.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerline.platform.text.Texts;

/**
 * The definition of one setting; the names of the constants that hold these are in the classes by topic, such as {@link
 * TelegramSettings}.
 *
 * @param <T> the type of its value
 */
public final class Setting<T> {
    private final SettingBuilder<T> definition;
    private final String documentation;
    private final Optional<T> defaultValue;

    Setting(SettingBuilder<T> definition, String documentation) {
        this.definition = definition;
        this.documentation = documentation;
        this.defaultValue = Optional.ofNullable(definition.defaultText).map(definition.reader);
    }

    /** The environment variable. */
    public String name() {
        return definition.name;
    }

    /** The variable, and those that are read when it is not set. */
    public List<String> names() {
        return Stream.concat(Stream.of(definition.name), definition.otherNames.stream())
                .toList();
    }

    /** Whether its value must never be logged, shown or repeated in a message. */
    public boolean isSecret() {
        return definition.secret;
    }

    /** The value when the variable is not set; empty when there is none. */
    public Optional<T> defaultValue() {
        return defaultValue;
    }

    /** What the documents say of the default: the value itself, or in words where it comes from; "none" or "required". */
    public String documentedDefault() {
        return Stream.of(definition.defaultNote, definition.defaultText)
                .filter(text -> text != null)
                .findFirst()
                .orElse(definition.required == SettingBuilder.ALWAYS ? "required" : "none");
    }

    /** One line for the settings tables of the documents, in Markdown. */
    public String documentation() {
        return documentation;
    }

    /** The keys of the texts of everything that can be wrong with it. */
    public Set<String> messages() {
        return Stream.concat(
                        Stream.of(definition.message, definition.requiredMessage),
                        Stream.concat(
                                definition.rules.stream().map(SettingBuilder.Rule::message),
                                definition.flawMessages.stream()))
                .filter(key -> key != null && !key.isEmpty())
                .map(key -> SettingProblem.PREFIX + key)
                .collect(Collectors.toSet());
    }

    /** What is wrong with its value, or with having none; at most one problem for each name, or one for each flaw of what it names. */
    public List<SettingProblem> problems(Settings settings) {
        if (!definition.applies.test(settings)) {
            return List.of();
        }
        List<SettingProblem> wrong = names().stream()
                .flatMap(name -> settings.text(name).filter(text -> !isReadable(text)).stream()
                        .map(text -> problem(name, text, definition.message, definition.messageArguments)))
                .toList();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        Stream<SettingProblem> first =
                Stream.concat(absence(settings), rules(settings)).limit(1);
        return Stream.concat(first, flaws(settings)).toList();
    }

    /** The problem that it is not set, for a caller who cannot do without. */
    public SettingProblem missing() {
        return problem(definition.name, "", definition.requiredMessage, List.of());
    }

    /** The problem that its value cannot be used, without the value. */
    public SettingProblem wrong() {
        return problem(definition.name, "", definition.message, definition.messageArguments);
    }

    /** The value of this text; it fails with an {@link IllegalArgumentException} that repeats no secret. */
    T read(String text) {
        try {
            return definition.reader.apply(text);
        } catch (IllegalArgumentException wrong) {
            SettingProblem problem = problem(name(), text, definition.message, definition.messageArguments);
            throw new IllegalArgumentException(problem.text(Texts.in(Locale.ENGLISH)));
        }
    }

    private boolean isReadable(String text) {
        try {
            definition.reader.apply(text);
            return true;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private Stream<SettingProblem> absence(Settings settings) {
        return !settings.isSet(this) && definition.required.test(settings) ? Stream.of(missing()) : Stream.empty();
    }

    private Stream<SettingProblem> flaws(Settings settings) {
        return settings.configured(this).map(definition.flaws).stream()
                .flatMap(List::stream)
                .map(flaw -> problem(name(), settings.text(this).orElse(""), flaw.message(), flaw.details()));
    }

    private Stream<SettingProblem> rules(Settings settings) {
        return definition.rules.stream()
                .filter(rule -> !rule.holds().test(settings))
                .map(rule -> problem(name(), settings.text(this).orElse(""), rule.message(), List.of()));
    }

    private SettingProblem problem(String name, String value, String message, List<String> arguments) {
        Stream<String> all = Stream.concat(Stream.of(name, isSecret() ? "" : value), arguments.stream());
        return new SettingProblem(name, message, all.toList());
    }

    /** The name, for messages; never the value. */
    @Override
    public String toString() {
        return definition.name;
    }
}
