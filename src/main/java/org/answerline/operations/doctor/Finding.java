package org.answerline.operations.doctor;

import java.util.List;
import org.answerline.platform.text.Texts;

/**
 * What one check found.
 *
 * @param key names the finding, such as {@code webhook.absent}; its words are the texts {@code doctor.<key>} and, if something can be
 *     done, {@code doctor.<key>.do}
 * @param verdict how bad it is
 * @param arguments what is filled into the words; never a secret
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

    /** What was found, in words. */
    public String words(Texts texts) {
        return texts.get("doctor." + key, arguments.toArray());
    }

    /** What to do about it, in words; empty when nothing has to be done. */
    public String advice(Texts texts) {
        String name = "doctor." + key + ".do";
        return texts.has(name) ? texts.get(name, arguments.toArray()) : "";
    }
}
