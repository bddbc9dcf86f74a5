package org.answerline.platform.config;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.answerline.platform.text.Texts;

/**
 * The values of the settings, read once and kept: a change of a variable needs a restart.
 *
 * <p>A variable that is blank counts as not set, and blanks around a value do not belong to it, such as the line end of a secret that
 * comes from a file.
 */
public final class Settings {
    private final UnaryOperator<String> variables;
    private final Map<Setting<?>, Optional<?>> values = new ConcurrentHashMap<>();

    /**
     * Reads from these variables.
     *
     * @param variables gives a variable's text, or null
     */
    public Settings(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    /** The settings of this process's environment. */
    public static Settings ofEnvironment() {
        return new Settings(System::getenv);
    }

    /**
     * The value that is in force: the owner's, else the default.
     *
     * @throws IllegalStateException if there is neither
     */
    public <T> T get(Setting<T> setting) {
        return configured(setting)
                .or(setting::defaultValue)
                .orElseThrow(() -> new IllegalStateException(setting + " is not set."));
    }

    /**
     * The owner's value; empty when the variable is not set, even if the setting has a default.
     *
     * @throws IllegalArgumentException if its value cannot be used, which the start has refused already
     */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> configured(Setting<T> setting) {
        return (Optional<T>) values.computeIfAbsent(setting, key -> text(key).map(key::read));
    }

    /** Whether the owner has set it. */
    public boolean isSet(Setting<?> setting) {
        return text(setting).isPresent();
    }

    /** The texts in the owner's language, which is English while the setting is wrong. */
    public Texts texts() {
        return Texts.in(text(SiteSettings.LANGUAGE).orElse(null));
    }

    /** What the owner wrote under any of the setting's names. */
    Optional<String> text(Setting<?> setting) {
        return setting.names().stream().flatMap(name -> text(name).stream()).findFirst();
    }

    /** What the owner wrote in this variable. */
    Optional<String> text(String name) {
        return Optional.ofNullable(variables.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** No values: some are secrets. */
    @Override
    public String toString() {
        return "Settings";
    }
}
