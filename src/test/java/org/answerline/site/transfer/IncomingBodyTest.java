package org.answerline.site.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which status a body is refused that arrives while a thread of the server reads it. */
class IncomingBodyTest {
    private static final int LENGTH = 64 * 1024;

    private int dispatches;

    @ParameterizedTest
    @CsvSource({"0, 0", "134217728, 503"})
    void aBodyForWhichThereIsNoSpaceIsRefusedWhenAllOfItHasArrived(long taken, int status) throws IOException {
        var space = new BodySpace().of("192.0.2.1");
        space.take(0, taken);
        try (var body = new StoredBody(1L << 20, Optional.of(space))) {
            var incoming = new IncomingBody(
                    context(),
                    new Arriving(LENGTH),
                    body,
                    LENGTH,
                    new SlowTransfers(),
                    new Dispatches(),
                    new AfterReturn());
            incoming.onDataAvailable();
            assertEquals(1, dispatches);
            assertEquals(status, incoming.refusal());
        }
    }

    /** The call that began the request has returned. */
    private AsyncContext context() {
        var server = proxy(ServletContext.class, (proxy, method, arguments) -> "Another server");
        var request = proxy(HttpServletRequest.class, (proxy, method, arguments) -> server);
        return proxy(AsyncContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getRequest" -> request;
            case "setTimeout" -> throw new IllegalStateException();
            default -> {
                dispatches++;
                yield null;
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** So many bytes that are here already. */
    private static final class Arriving extends ServletInputStream {
        private int left;

        Arriving(int length) {
            left = length;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The test calls the listener itself");
        }
    }
}
