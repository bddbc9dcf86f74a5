package org.answerline.platform.config;

import java.util.List;
import org.answerline.platform.text.Texts;

/**
 * Why the application cannot start with its settings as they are.
 *
 * @param setting the environment variable that has to be changed
 * @param key the text, without {@code setting.}
 * @param arguments what is filled into the text; never a secret
 */
public record SettingProblem(String setting, String key, List<String> arguments) {

    static final String PREFIX = "setting.";

    /** One line that begins with the variable's name and says what it must be. */
    public String text(Texts texts) {
        return texts.get(PREFIX + key, arguments.toArray());
    }
}
