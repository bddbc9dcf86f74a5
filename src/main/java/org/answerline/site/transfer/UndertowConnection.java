package org.answerline.site.transfer;

import jakarta.servlet.ServletRequest;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.answerline.platform.observability.Log;

/**
 * Closes the connection of a request whose body is not read to its end: Undertow, the HTTP server of WildFly, would hold a thread until the
 * sender has sent all of it ({@code ServletInputStreamImpl.close}), and its time limits count from byte to byte.
 *
 * <p>Uses reflection, because Jakarta Servlet has no method for this. On other servers it has no effect; they close it themselves.
 */
final class UndertowConnection {
    private static final Logger LOG = Log.of(UndertowConnection.class);

    private UndertowConnection() {}

    /** Closes the connection; the response must have been written. */
    static void close(ServletRequest request) {
        ServletRequest inner = ServerRequest.of(request);
        if (!inner.getClass().getName().startsWith("io.undertow.")) {
            return;
        }
        try {
            Object exchange = inner.getClass().getMethod("getExchange").invoke(inner);
            Object connection = exchange.getClass().getMethod("getConnection").invoke(exchange);
            ((Closeable) connection).close();
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException("This version of Undertow keeps its connection elsewhere", other);
        } catch (IOException closed) {
            LOG.log(Level.DEBUG, "A connection could not be closed", closed);
        }
    }
}
