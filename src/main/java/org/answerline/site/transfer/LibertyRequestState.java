package org.answerline.site.transfer;

import jakarta.servlet.ServletRequest;
import java.lang.reflect.Method;

/**
 * What Open Liberty knows of a request only in the thread that received it: its address, its query and its application.
 *
 * <p>Liberty dispatches or completes an asynchronous request with the state of the thread that asks for it. A thread of ours has none, and
 * a thread that reports arrived bytes has a reference to the state of the thread that received the request, which may handle another
 * request by then ({@code AsyncReadCallback}, {@code SRTServletRequestThreadData}). So the state is copied while the request's thread has
 * it, and is set in any thread for as long as it dispatches or completes the request.
 *
 * <p>Uses reflection, because no interface of the server offers this. On other servers it has no effect.
 */
final class LibertyRequestState {
    private static final String SERVER = "WebSphere Liberty";
    private static final String PACKAGE = "com.ibm.ws.webcontainer.srt";
    private static final String TYPE = PACKAGE + ".SRTServletRequestThreadData";
    private static final LibertyRequestState NONE = new LibertyRequestState(null, null);

    private final Class<?> type;
    private final Object state;

    private LibertyRequestState(Class<?> type, Object state) {
        this.type = type;
        this.state = state;
    }

    /** Whether the request is handled by Open Liberty. */
    static boolean isKeptFor(ServletRequest request) {
        return request.getServletContext().getServerInfo().contains(SERVER);
    }

    /** Copies the state of the request that this thread handles. */
    static LibertyRequestState current(ServletRequest request) {
        if (!isKeptFor(request)) {
            return NONE;
        }
        try {
            Class<?> type = Class.forName(TYPE, true, loader(ServerRequest.of(request)));
            Object copy = copyOfCurrent(type);
            // Liberty would add the query to the path and refuse it if it contains %2F
            // (OpenLiberty/open-liberty#35666).
            type.getMethod("setQueryString", String.class).invoke(copy, (String) null);
            return new LibertyRequestState(type, copy);
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException(
                    "This version of Open Liberty keeps the state of a request elsewhere", other);
        }
    }

    private static ClassLoader loader(ServletRequest request) {
        Class<?> type = request.getClass();
        while (!type.getPackageName().equals(PACKAGE) && type.getSuperclass() != null) {
            type = type.getSuperclass();
        }
        return type.getClassLoader();
    }

    /** Runs the action with this state. */
    void run(Runnable action) {
        if (type == null) {
            action.run();
            return;
        }
        Object before = set(state);
        try {
            action.run();
        } finally {
            set(before);
        }
    }

    /** Sets the state of this thread, and returns a copy of what it was. */
    private Object set(Object next) {
        try {
            Object before = copyOfCurrent(type);
            init().invoke(current(type), next);
            return before;
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("The state of a request cannot be set", failed);
        }
    }

    private static Object copyOfCurrent(Class<?> type) throws ReflectiveOperationException {
        Object copy = type.getConstructor().newInstance();
        type.getMethod("init", type).invoke(copy, current(type));
        return copy;
    }

    private static Object current(Class<?> type) throws ReflectiveOperationException {
        return type.getMethod("getInstance").invoke(null);
    }

    private Method init() throws NoSuchMethodException {
        return type.getMethod("init", type);
    }
}
