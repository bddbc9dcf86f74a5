package org.answerline.operations.doctor;

import java.util.List;
import org.answerline.platform.config.SettingProblem;
import org.answerline.platform.text.Texts;

/**
 * What one check found.
 *
 * @param key names the finding, such as {@code webhook.absent}; its texts are {@code doctor.<key>} and, with advice, {@code
 *     doctor.<key>.do}
 * @param severity how bad it is
 * @param arguments what is filled into the texts; never a secret
 */
public record Finding(String key, Severity severity, List<Object> arguments) {

    static Finding ok(String key, Object... arguments) {
        return new Finding(key, Severity.OK, List.of(arguments));
    }

    static Finding warning(String key, Object... arguments) {
        return new Finding(key, Severity.WARNING, List.of(arguments));
    }

    static Finding failed(String key, Object... arguments) {
        return new Finding(key, Severity.FAILED, List.of(arguments));
    }

    /** What was found. */
    public String text(Texts texts) {
        return texts.get("doctor." + key, resolved(texts));
    }

    private Object[] resolved(Texts texts) {
        return arguments.stream()
                .map(argument -> argument instanceof SettingProblem problem ? problem.text(texts) : argument)
                .toArray();
    }

    /** What to do about it; empty if there is nothing to do. */
    public String advice(Texts texts) {
        String name = "doctor." + key + ".do";
        return texts.has(name) ? texts.get(name, resolved(texts)) : "";
    }
}
