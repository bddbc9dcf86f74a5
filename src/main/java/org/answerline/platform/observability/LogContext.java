package org.answerline.platform.observability;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ids that the thread works on, as fields of every line it logs: request, update, message, delivery. No personal data. */
public final class LogContext {
    private static final ThreadLocal<Map<String, String>> FIELDS = new ThreadLocal<>();

    private LogContext() {}

    /** Restores the previous context; must be ended on the same thread. */
    public interface Scope {

        /** Ends the scope. */
        void end();
    }

    /** Adds a field to all lines until the scope ends. */
    public static Scope with(String field, Object value) {
        Map<String, String> before = FIELDS.get();
        Map<String, String> now = new LinkedHashMap<>(fields());
        now.put(field, String.valueOf(value));
        FIELDS.set(now);
        return () -> restore(before);
    }

    static Map<String, String> fields() {
        Map<String, String> fields = FIELDS.get();
        return fields == null ? Map.of() : fields;
    }

    // threads belong to the server and are reused, so nothing of the application may stay in them
    private static void restore(Map<String, String> before) {
        if (before == null) {
            FIELDS.remove();
        } else {
            FIELDS.set(before);
        }
    }
}
