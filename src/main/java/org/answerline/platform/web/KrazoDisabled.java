package org.answerline.platform.web;

/** Disables the MVC implementation in JAX-RS applications without pages. */
public final class KrazoDisabled {

    private KrazoDisabled() {}

    /**
     * Returns a class for {@link jakarta.ws.rs.core.Application#getClasses()}.
     *
     * <p>Krazo adds its filters to every application of a WAR, and one of them looks services up in all jars on every request. Krazo skips
     * an application that registers this filter itself, because it then assumes that its filters are registered already.
     */
    public static Class<?> filter() {
        try {
            return Class.forName("org.eclipse.krazo.core.ViewResponseFilter");
        } catch (ClassNotFoundException otherImplementation) {
            throw new IllegalStateException("Jakarta MVC is not Krazo on this server", otherImplementation);
        }
    }
}
