package org.answerline.site.transfer;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;

/**
 * The CDI request scope for a request that is dispatched again: Payara does not start it by itself, the other servers do.
 *
 * <p>Uses reflection, because the classes of Weld are not part of Jakarta EE and not every server exposes them.
 *
 * @see <a href="https://docs.jboss.org/weld/reference/latest/en-US/html/contexts.html">Weld, context management</a>
 */
final class RequestScope implements DispatchScope {
    private static final String WELD = "org.jboss.weld.context.http.";

    private final HttpServletRequest request;
    private final Class<?> type;
    private final Object context;

    private RequestScope(HttpServletRequest request) {
        this.request = request;
        try {
            ClassLoader server = CDI.current().getBeanManager().getClass().getClassLoader();
            type = Class.forName(WELD + "HttpRequestContext", true, server);
            var http = (Annotation) Class.forName(WELD + "HttpLiteral", true, server)
                    .getField("INSTANCE")
                    .get(null);
            context = CDI.current().select(type, http).get();
        } catch (ReflectiveOperationException other) {
            throw new IllegalStateException("The server neither begins a request scope nor has Weld's", other);
        }
        call("associate");
        call("activate");
    }

    /** Starts the scope unless it is active; must be closed when the request has ended. */
    static DispatchScope begin(HttpServletRequest request) {
        return isActive() ? () -> {} : new RequestScope(request);
    }

    private static boolean isActive() {
        try {
            return CDI.current()
                    .getBeanManager()
                    .getContext(RequestScoped.class)
                    .isActive();
        } catch (ContextNotActiveException none) {
            return false;
        }
    }

    @Override
    public void close() {
        call("invalidate");
        call("deactivate");
        call("dissociate");
    }

    private void call(String name) {
        try {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name)) {
                    method.invoke(context, method.getParameterCount() == 0 ? new Object[0] : new Object[] {request});
                    return;
                }
            }
            throw new NoSuchMethodException(name);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("Weld's request scope cannot be used", failed);
        }
    }
}
