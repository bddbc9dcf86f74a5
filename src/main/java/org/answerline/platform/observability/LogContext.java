package org.answerline.platform.observability;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the thread works on, as fields of every line it logs: request, update, message, delivery. Never a person's data. */
public final class LogContext {
    private static final ThreadLocal<Map<String, String>> FIELDS = new ThreadLocal<>();

    private LogContext() {}

    /** Gives back what was there before; to be called in the end, on the same thread. */
    public interface Scope {

        /** Ends it. */
        void end();
    }

    /** Lines carry this from now on, until the scope ends. */
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

    // Threads are the server's and live on, so nothing of the application may stay in them.
    private static void restore(Map<String, String> before) {
        if (before == null) {
            FIELDS.remove();
        } else {
            FIELDS.set(before);
        }
    }
}
